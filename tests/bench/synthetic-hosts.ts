import { type Random, seededRandom } from "./random.ts";

// The shape of real lists, as counted on 1,242,813 scam hosts of one day: 61 % have two labels, 29 % three, 13 % begin
// with "www"; registered labels are 11 letters long on average; 15 % stand under a host whose names are for rent.
const TLDS =
  "com:410 top:60 org:43 xyz:43 net:42 cn:27 io:22 dev:4 app:8 info:16 ru:16 shop:15 online:15 site:14 fr:12 tk:10 live:8 pl:7 ml:7 com.br:6 co:6 in:6 icu:6 cc:5 vn:5 vip:5 club:5 co.uk:4 com.au:4 de:4 ga:4 it:3 eu:3 cf:3 us:3 pro:3 store:3 website:3";
const RENTED =
  "duckdns.org:18 pages.dev:13 webflow.io:8 000webhostapp.com:7 weeblysite.com:5 vercel.app:5 weebly.com:5 gitbook.io:4 web.app:4 blogspot.com:3 workers.dev:3 github.io:2 ddns.net:2 netlify.app:2 r2.dev:2 firebaseapp.com:2";
const SYLLABLES =
  "ba be bi bo bu ca ce co cu da de di do fa fi go ha ho ka ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe po ra re ri ro sa se si so su ta te ti to tu va vi vo ya yo za an en in on ar er or al el st tr ch sh".split(
    " ",
  );
const LURES =
  "login secure account verify support update online bank service web mail app pay wallet connect help claim mint swap free bonus gift card shop store official my portal info id auth access team live chat vn viet".split(
    " ",
  );
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Hosts of the shape of a real list.
 *
 * @returns `count` different hosts, sorted
 */
export function syntheticHosts(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const tlds = weighted(TLDS);
  const rented = weighted(RENTED);
  const words = Array.from({ length: 6000 }, () => word(random, 2 + random.below(3)));
  const hosts = new Set<string>();
  while (hosts.size < count) {
    const isRented = random.below(100) < 15;
    const registered = `${label(random, words)}.${random.pick(isRented ? rented : tlds)}`;
    // Campaigns add many names at once: siblings that differ in a number or a few letters.
    const siblings = random.below(100) < 4 ? 1 + random.below(12) : 1;
    for (let i = 0; i < siblings && hosts.size < count; i++) {
      const host = siblings === 1 ? registered : registered.replace(".", `${random.below(900)}.`);
      const depth = random.below(100);
      if (depth < 13) hosts.add(`www.${host}`);
      else if (depth < 30 && !isRented) hosts.add(`${label(random, words)}.${host}`);
      else hosts.add(host);
    }
  }
  return [...hosts].sort();
}

function weighted(text: string): string[] {
  return text.split(" ").flatMap((part) => {
    const [name = "", weight] = part.split(":");
    return Array.from({ length: Number(weight) }, () => name);
  });
}

function word(random: Random, syllables: number): string {
  return Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join("");
}

function label(random: Random, words: readonly string[]): string {
  const kind = random.below(100);
  if (kind < 25) return random.pick(words) + random.pick(words);
  if (kind < 45) return `${random.pick(LURES)}-${random.pick(words)}${random.pick(LURES)}`;
  if (kind < 60) return `${random.pick(words)}${random.pick(LURES)}`;
  if (kind < 80) return letters(random, 5 + random.below(5));
  if (kind < 90) return `${random.pick(words)}${random.below(10_000)}`;
  return `${random.pick(words)}-${letters(random, 3 + random.below(12))}`;
}

function letters(random: Random, length: number): string {
  let text = "";
  while (text.length < length) text += LETTERS[random.below(26)];
  return text;
}
