import * as z from "zod/mini";
import { parseAddress } from "../host/address.ts";

/**
 * An address that people are led to: a page of the web, and nothing that a browser runs (`javascript:`), makes up (`data:`,
 * `blob:`) or reads from the machine (`file:`). Nothing stands before an "@" in it, where it would look like the site's name.
 */
export const webLink = z.url({ protocol: /^https?$/ }).check(
  z.refine((link) => {
    const parsed = parseAddress(link);
    return parsed.ok && parsed.address.credentials === "";
  }, "is no page of the web"),
);
