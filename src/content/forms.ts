import forms from "./awareness/forms.json" with { type: "json" };

/** A form of scam, by the id that list entries and reports carry, with short names for people. */
export interface ScamForm {
  id: string;
  vi: string;
  en: string;
}

/**
 * The 24 forms of the national handbook "Cẩm nang Nhận diện và phòng chống lừa đảo trực tuyến" (Cục An toàn thông
 * tin, 2023), in its order, under shorter names; then newer ones.
 */
export const SCAM_FORMS: readonly ScamForm[] = forms.map(({ id, name }) => ({ id, ...name }));
