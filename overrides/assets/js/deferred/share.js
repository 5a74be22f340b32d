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
        if (error.name === "AbortError") return; // the reader closed the sheet
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
