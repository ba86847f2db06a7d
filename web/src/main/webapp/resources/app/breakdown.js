// Brushing: a pointer drawn over the bars asks again for the time between; a single press for one bar. The days and the
// table below the bars do the same without a pointer.
const bars = document.querySelector(".bars svg");
// Beside the posts it is open; above them it would stand in their way.
if (bars && matchMedia("(max-width:1099px)").matches) {
  bars.closest("details").open = false;
}
if (bars) {
  const brush = bars.querySelector(".brush");
  const all = [...bars.querySelectorAll("[data-since]")];
  const place = (bar) => Number(bar.getAttribute("x")) - 1;
  let begun = null;

  const at = (event) => {
    const box = bars.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return share * bars.viewBox.baseVal.width;
  };
  const span = (event) => {
    const here = at(event);
    return [Math.floor(Math.min(begun, here) / 10) * 10, Math.ceil(Math.max(begun, here) / 10) * 10];
  };

  bars.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      begun = at(event);
      bars.setPointerCapture(event.pointerId);
    }
  });
  bars.addEventListener("pointermove", (event) => {
    if (begun !== null) {
      const [from, to] = span(event);
      brush.setAttribute("x", from);
      brush.setAttribute("width", to - from);
    }
  });
  bars.addEventListener("pointercancel", () => {
    begun = null;
    brush.setAttribute("width", 0);
  });
  bars.addEventListener("pointerup", (event) => {
    if (begun === null) {
      return;
    }
    const [from, to] = span(event);
    begun = null;
    const chosen = all.filter((bar) => place(bar) + 10 > from && place(bar) < to);
    if (chosen.length === 0) {
      brush.setAttribute("width", 0);
      return;
    }
    const query = [bars.dataset.base, `since:${chosen[0].dataset.since}`, `until:${chosen.at(-1).dataset.until}`];
    const address = new URL(location.href);
    address.searchParams.set("q", query.join(" ").trim());
    for (const gone of ["cursor", "from", "to"]) {
      address.searchParams.delete(gone);
    }
    location.assign(address);
  });
}
