import type { Payment } from "../../../core/qr/payment.ts";
import { accountText } from "../../../ui/number-text.ts";
import { useText } from "../../../ui/text-context.ts";
import { useCheckText } from "./use-check-text.ts";

/** What a VietQR says, read out before anybody pays. */
export function PaymentFacts({ payment }: { payment: Payment }) {
  const t = useText();
  const c = useCheckText();
  const { bank, bin, account, amount, purpose, name } = payment;
  return (
    <div class="card">
      <dl class="facts numbers">
        <dt>{c("payment.bank")}</dt>
        <dd>{bank ?? c("payment.bankCode", { bin })}</dd>
        {account !== null && (
          <>
            <dt>{c("payment.account")}</dt>
            <dd class="check-number">{accountText(account)}</dd>
          </>
        )}
        <dt>{c("payment.amount")}</dt>
        <dd>
          {amount === null
            ? c("payment.amountOpen")
            : c("payment.dong", { amount: t.number(Number(amount)) })}
        </dd>
        {purpose !== "" && (
          <>
            <dt>{c("payment.purpose")}</dt>
            <dd>
              <bdi>{purpose}</bdi>
            </dd>
          </>
        )}
        {name !== "" && (
          <>
            <dt>{c("payment.name")}</dt>
            <dd>
              <bdi>{name}</bdi>
            </dd>
          </>
        )}
      </dl>
      {name !== "" && <p class="small">{c("payment.nameHint")}</p>}
      <p class="small">{c("payment.personal")}</p>
    </div>
  );
}
