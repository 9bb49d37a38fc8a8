// Runs in the overview page, as it stands. Without it the texts can still be selected by hand.
const told = document.getElementById("told");

for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(text.textContent);
      told.classList.remove("refused");
      told.textContent = button.dataset.done;
    } catch {
      // Refused, or a page that was opened without a secure address: the person copies what is selected.
      getSelection().selectAllChildren(text);
      told.classList.add("refused");
      told.textContent = button.dataset.refused;
    }
  });
}
