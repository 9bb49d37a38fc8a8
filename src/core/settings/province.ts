/**
 * The 34 provinces and cities since 1 July 2025, in Vietnamese alphabetical order (Nghị quyết 202/2025/QH15 on the
 * arrangement of provincial units). `id` is the name without diacritics, as the content's `provinces` has it.
 */
export const PROVINCES = [
  { id: "an-giang", name: "An Giang" },
  { id: "bac-ninh", name: "Bắc Ninh" },
  { id: "ca-mau", name: "Cà Mau" },
  { id: "cao-bang", name: "Cao Bằng" },
  { id: "can-tho", name: "Cần Thơ" },
  { id: "da-nang", name: "Đà Nẵng" },
  { id: "dak-lak", name: "Đắk Lắk" },
  { id: "dien-bien", name: "Điện Biên" },
  { id: "dong-nai", name: "Đồng Nai" },
  { id: "dong-thap", name: "Đồng Tháp" },
  { id: "gia-lai", name: "Gia Lai" },
  { id: "ha-noi", name: "Hà Nội" },
  { id: "ha-tinh", name: "Hà Tĩnh" },
  { id: "hai-phong", name: "Hải Phòng" },
  { id: "hue", name: "Huế" },
  { id: "hung-yen", name: "Hưng Yên" },
  { id: "khanh-hoa", name: "Khánh Hòa" },
  { id: "lai-chau", name: "Lai Châu" },
  { id: "lang-son", name: "Lạng Sơn" },
  { id: "lao-cai", name: "Lào Cai" },
  { id: "lam-dong", name: "Lâm Đồng" },
  { id: "nghe-an", name: "Nghệ An" },
  { id: "ninh-binh", name: "Ninh Bình" },
  { id: "phu-tho", name: "Phú Thọ" },
  { id: "quang-ngai", name: "Quảng Ngãi" },
  { id: "quang-ninh", name: "Quảng Ninh" },
  { id: "quang-tri", name: "Quảng Trị" },
  { id: "son-la", name: "Sơn La" },
  { id: "tay-ninh", name: "Tây Ninh" },
  { id: "thai-nguyen", name: "Thái Nguyên" },
  { id: "thanh-hoa", name: "Thanh Hóa" },
  { id: "ho-chi-minh", name: "Thành phố Hồ Chí Minh" },
  { id: "tuyen-quang", name: "Tuyên Quang" },
  { id: "vinh-long", name: "Vĩnh Long" },
] as const;

export type Province = (typeof PROVINCES)[number]["id"];
