/** Puts text into the clipboard. Straight from a click. @returns false if the browser refuses */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.warn("Tỉnh Táo", error);
    return false;
  }
}
