import { type CDPSession, expect, type Locator, type Page } from "@playwright/test";
import en from "../../../src/locales/banner/en.json" with { type: "json" };
import vi from "../../../src/locales/banner/vi.json" with { type: "json" };
import { until } from "./until.ts";

interface DomNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

/** What the banner and the questions beside fields say, by key. */
export function words(
  key: keyof typeof vi,
  given: Record<string, string> = {},
  locale: "vi" | "en" = "vi",
): string {
  const text = (locale === "vi" ? vi : en)[key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? "");
}

/**
 * What our own layers over a page say, and their buttons. They stand in closed shadow trees, where a page can't look and
 * only the browser's debugger can.
 */
export interface OurLayers {
  /** Text of the banner as it can be seen; null if there is none. */
  banner(): Promise<string | null>;
  /** Text of the question beside a field; null if there is none. */
  question(): Promise<string | null>;
  /** Presses the button or link of this name with the mouse, where it lies. */
  press(name: string): Promise<void>;
  /** Place and size of the banner, or of the question, in CSS pixels. */
  box(of?: "region" | "alertdialog"): Promise<Box>;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export async function layersOf(tab: Page): Promise<OurLayers> {
  const session = await tab.context().newCDPSession(tab);
  const find = async (role: string) => {
    for (const host of (await hostsIn(session)).toReversed()) {
      const found = inside(host).find(({ attributes }) => hasRole(attributes, role));
      if (found) return found;
    }
    return null;
  };
  const textOf = async (role: string) => {
    const found = await find(role);
    if (found === null || (await boxOf(session, found)) === null) return null;
    return inside(found)
      .map(({ nodeValue }) => nodeValue)
      .join(" ")
      .trim();
  };
  return {
    banner: () => textOf("alert"),
    question: () => textOf("alertdialog"),
    async press(name) {
      const button = await until(`a button "${name}" that can be pressed`, async () => {
        const found = (await hostsIn(session))
          .flatMap(inside)
          .find(
            (node) =>
              /^(?:BUTTON|A)$/i.test(node.nodeName) &&
              (node.attributes?.includes(name) ||
                inside(node).some(({ nodeValue }) => nodeValue === name)),
          );
        return found === undefined || isDisabled(found) ? null : found;
      });
      const box = await boxOf(session, button);
      if (box === null) throw new Error(`the button "${name}" can't be seen`);
      await tab.mouse.click(box.left + box.width / 2, box.top + box.height / 2);
    },
    async box(role = "region") {
      const found = await find(role);
      const box = found && (await boxOf(session, found));
      if (!box) throw new Error(`there is no ${role}`);
      return box;
    },
  };
}

/** Puts a text into a field as a page, or a browser's memory, does: no key is pressed, and no event tells of it. */
export async function prefill(field: Locator, text: string): Promise<void> {
  await field.evaluate((input: HTMLInputElement, value) => {
    input.value = value;
  }, text);
}

/** Waits until the banner says this. */
export async function expectBanner(tab: Page, text: string | RegExp): Promise<OurLayers> {
  const layers = await layersOf(tab);
  await expect.poll(() => layers.banner(), { timeout: 20_000 }).toMatch(text);
  return layers;
}

async function hostsIn(session: CDPSession): Promise<DomNode[]> {
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  return inside(root as DomNode).filter(
    ({ attributes, shadowRoots }) => attributes?.includes("popover") && shadowRoots?.length,
  );
}

function inside(node: DomNode): DomNode[] {
  const children = [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [node, ...children.flatMap(inside)];
}

function isDisabled({ attributes }: DomNode): boolean {
  return (
    attributes?.some((one, i) => one === "aria-disabled" && attributes[i + 1] === "true") === true
  );
}

function hasRole(attributes: string[] | undefined, role: string): boolean {
  return attributes?.some((one, i) => one === "role" && attributes[i + 1] === role) === true;
}

async function boxOf(session: CDPSession, { backendNodeId }: DomNode): Promise<Box | null> {
  try {
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId });
    const [left = 0, top = 0] = model.border;
    return { left, top, width: model.width, height: model.height };
  } catch (error) {
    // "Could not compute box model.": it is there, and can't be seen.
    if (/box model|no node/i.test(String(error))) return null;
    throw error;
  }
}
