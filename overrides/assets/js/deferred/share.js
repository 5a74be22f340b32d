// "Deel deze pagina": the phone's own share sheet where there is one, else the address is
// copied. What happened is said in words, for eyes and for a screen reader.
const button = document.querySelector("[data-app-share]");
const status = document.querySelector("[data-app-share-status]");
if (button && status) {
  const address = location.origin + location.pathname;
  const say = (words) => {
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = words)); // the same words twice are spoken twice
  };
  button.addEventListener("click", async () => {
    if (navigator.share) {
      try {
        await navigator.share({ title: document.title, url: address });
        return;
      } catch (error) {
        // The reader closed the sheet, or it is still open: a second press is refused.
        if (error.name === "AbortError" || error.name === "InvalidStateError") return;
      }
    }
    try {
      await navigator.clipboard.writeText(address);
      say(button.dataset.appCopied);
    } catch {
      say(`${button.dataset.appFailed} ${address}`);
    }
  });
}
