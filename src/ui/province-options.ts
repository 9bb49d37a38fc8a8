import { PROVINCES } from "../core/settings/province.ts";

/** The provinces to choose from. */
export const PROVINCE_OPTIONS = PROVINCES.map(({ id, name }) => ({ value: id, label: name }));
