import { readFileSync } from "node:fs";
import { CAPS, type PageFacts } from "../../src/core/evidence/page-facts.ts";

/** Texts as they come: small pages and everyday messages. */
export function seedTexts(): string[] {
  const pages = readFileSync("tests/fixtures/pages.jsonl", "utf8").trim().split("\n");
  const messages = readFileSync("scripts/train/own-messages.csv", "utf8").trim().split("\n");
  return [...pages.map((line) => String(JSON.parse(line).page)), ...messages];
}

/** Facts of a page at their caps, all of them or those that the variant chooses made of one text. */
export function hostileFacts(text: string, variant: number): PageFacts {
  const is = (place: number) => variant % 12 === 0 || variant % 12 === place;
  const of = (most: number, at = 0) =>
    text.slice(at % Math.max(1, text.length)).slice(0, most) || text.slice(0, most);
  const many = <T>(most: number, item: (at: number) => T) =>
    Array.from({ length: most }, (_, i) => item(i * 37));
  const password = {
    type: "password",
    hint: "",
    label: "",
    masked: false,
    disabled: false,
    maxLength: 0,
    form: 0,
  };
  return {
    address: "https://dang-nhap.example/a/b?c=d",
    title: is(1) ? of(CAPS.line) : "Đăng nhập Vietcombank",
    headings: is(2) ? many(CAPS.headings, (at) => of(CAPS.line, at)) : ["Mật khẩu"],
    marks: is(3)
      ? many(CAPS.pictures, (at) => ({
          text: of(CAPS.line, at),
          linksTo: of(80, at),
          inFoot: at % 2 === 1,
        }))
      : [],
    banner: is(4) ? of(CAPS.line) : "",
    closing: is(5) ? of(1_024) : "",
    fields: is(6)
      ? many(CAPS.fields, (at) => ({
          ...password,
          type: at % 2 ? "text" : "tel",
          hint: of(512, at),
          label: of(CAPS.line, at),
          form: at % CAPS.forms,
        }))
      : [password],
    forms: is(7)
      ? many(CAPS.forms, (at) => ({
          action: `https://${of(CAPS.address - 8, at)}`,
          around: of(512, at),
        }))
      : [{ action: "", around: "" }],
    packages: is(8) ? many(CAPS.links, (at) => of(CAPS.address, at)) : [],
    linkHosts: is(8) ? many(CAPS.links, (at) => of(253, at)) : [],
    assetHosts: is(8) ? many(CAPS.links, (at) => of(253, at)) : [],
    script: is(9) ? text.slice(0, CAPS.script) : "",
    text: is(10) ? text.slice(0, CAPS.text) : "Chuyển khoản 0123456789 Vietcombank",
    drawn: is(11) ? text.slice(0, CAPS.text) : "",
    codeLength: 0,
    paragraphs: 0,
    hasArticle: false,
    fieldsOnlyIn: "page",
  };
}

/** A sample with one of its values, which the variant chooses, replaced by something else. */
export function damaged(sample: unknown, variant: number, text: string): unknown {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const copy: { root: unknown } = { root: structuredClone(sample) };
  const visit = (holder: object) => {
    for (const [key, value] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      if (typeof value === "object" && value !== null) visit(value);
    }
  };
  visit(copy);
  const [holder, key] = places[variant % places.length] as (typeof places)[number];
  const deep = () => {
    let nested: unknown = text.slice(0, 20);
    for (let depth = 0; depth < 400; depth++) nested = [nested];
    return nested;
  };
  const others: (() => unknown)[] = [
    () => text,
    () => null,
    () => -1,
    () => 1e300,
    () => true,
    () => [],
    () => ({ [text.slice(0, 100)]: text, ["__proto__"]: text }),
    () => Array.from({ length: Math.min(100_000, text.length) }, () => holder[key]),
    () => Array.from({ length: Math.min(10_000, text.length) }, (_, at) => text.slice(at, at + 20)),
    deep,
    () =>
      Object.fromEntries(
        Array.from({ length: Math.min(100_000, text.length) }, (_, at) => [`f${at}`, at]),
      ),
  ];
  holder[key] = others[Math.floor(variant / places.length) % others.length]?.();
  return copy.root;
}

/** Bytes with some of them overwritten by others. */
export function overwritten(
  bytes: Uint8Array,
  variant: number,
  text: string,
): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  const wild = new TextEncoder().encode(text);
  const length = 1 + (variant % 9);
  const at = Math.floor(variant / 9) % Math.max(1, copy.length - length);
  for (let i = 0; i < length; i++) copy[at + i] = wild[i % Math.max(1, wild.length)] ?? 0xff;
  return copy;
}
