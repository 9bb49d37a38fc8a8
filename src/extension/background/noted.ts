/** Does the work. What goes wrong in it is logged, and keeps nothing that comes after it from being done. */
export async function noted(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    console.error("Tỉnh Táo", error);
  }
}
