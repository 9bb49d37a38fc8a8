/**
 * What comes after the # when somebody opens the warning page by hand, none of which it may warn of.
 *
 * @param listed a listed host, which hides in the address of another
 * @param honest a host that is not listed
 */
export function hostileFragments(
  listed: string,
  honest: string,
): { what: string; fragment: string }[] {
  return [
    { what: "an honest bank", fragment: "https://www.vietcombank.com.vn/" },
    {
      what: "an encoded honest bank",
      fragment: encodeURIComponent("https://www.vietcombank.com.vn/"),
    },
    { what: "an unlisted site", fragment: encodeURIComponent(`http://${honest}/`) },
    { what: "a script address", fragment: "javascript:alert(1)" },
    {
      what: "an encoded script address",
      fragment: encodeURIComponent("javascript:alert(document.domain)"),
    },
    {
      what: "a data address",
      fragment: encodeURIComponent("data:text/html,<script>alert(1)</script>"),
    },
    { what: "a file", fragment: "file:///etc/passwd" },
    { what: "markup", fragment: encodeURIComponent("<img src=x onerror=alert(1)>") },
    { what: "markup that is not encoded", fragment: "<img src=x onerror=alert(1)>" },
    { what: "nothing", fragment: "" },
    { what: "broken percent-encoding", fragment: "%E0%A4%A" },
    {
      what: "a very long address",
      fragment: encodeURIComponent(`http://a.example/${"a".repeat(300_000)}`),
    },
    {
      what: "a listed name in the credentials of an honest site",
      fragment: `http://${listed}@${honest}/`,
    },
    {
      what: "a listed name in the path of an honest site",
      fragment: `http://${honest}/http://${listed}/`,
    },
    { what: "another page of the extension", fragment: "popup.html" },
  ];
}
