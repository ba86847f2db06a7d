/* The chart of Analytics in the colours of the theme, and keys for its periods. */
"use strict";
(() => {
  const reader = document.documentElement.lang || "en";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** Writes a value of the axis or the tooltip as the page writes it. */
  function write(value, unit) {
    const style = unit === "share" ? { style: "percent", maximumFractionDigits: 2 }
      : { maximumFractionDigits: unit === "ratio" ? 2 : 0 };
    return new Intl.NumberFormat(reader, style).format(value);
  }

  function paint(config) {
    const colour = window.Gazouillis.token;
    config.data.datasets.forEach((series, place) => Object.assign(series, {
      borderColor: colour(series.token), backgroundColor: colour(series.token), borderWidth: 2,
      pointRadius: series.shape ? 4 : place ? 0 : 3, pointStyle: series.shape || "circle", tension: 0, spanGaps: false
    }));
    const text = colour("text-2"), line = colour("line"), unit = config.options.unit;
    Object.assign(config.options, {
      animation: still.matches ? false : { duration: 150 },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { ticks: { color: text, maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false }, border: { color: line } },
        y: { beginAtZero: true, ticks: { color: text, precision: unit === "share" || unit === "ratio" ? undefined : 0,
          callback: value => write(value, unit) }, grid: { color: line }, border: { display: false } }
      },
      plugins: {
        legend: { position: "bottom", labels: { color: text, boxWidth: 28, boxHeight: config.data.datasets[0]?.shape ? 8 : 0,
          usePointStyle: Boolean(config.data.datasets[0]?.shape) } },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${write(item.parsed.y, unit)}` } }
      }
    });
  }

  /** PrimeFaces calls this with the widget as `this`, before it draws. */
  window.gazouillisChart = function () {
    const widget = this;
    paint(widget.cfg.config);
    dark.addEventListener("change", () => {
      if (!widget.chart) return;
      paint(widget.cfg.config);
      widget.chart.update("none");
    });
  };

  function save(name, href) {
    const link = document.createElement("a");
    link.download = name;
    link.href = href;
    link.click();
  }

  /** A table's text as CSV; a cell that a spreadsheet would take for a formula is guarded. */
  function csv(table) {
    const cell = each => {
      const text = each.textContent.trim().replace(/\s+/g, " ");
      const safe = /^[=+@\t-]/.test(text) ? `'${text}` : text;
      return `"${safe.replaceAll('"', '""')}"`;
    };
    return [...table.rows].map(row => [...row.cells].map(cell).join(",")).join("\r\n") + "\r\n";
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-csv], button[data-png]");
    if (!button) return;
    if (button.dataset.csv) {
      const file = new Blob(["\ufeff", csv(document.getElementById(button.dataset.csv))], { type: "text/csv;charset=utf-8" });
      const address = URL.createObjectURL(file);
      save(`${button.dataset.csv}.csv`, address);
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    } else {
      const canvas = document.querySelector(`#${button.dataset.png} canvas, canvas[id^="${button.dataset.png}"]`);
      if (canvas) save(`${button.dataset.png}.png`, canvas.toDataURL("image/png"));
    }
  });

  /* "d" and then "7", "2" or "9" lead to the period; never while somebody types or holds a modifier. */
  let before = "";
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
    const link = [...document.querySelectorAll("a[data-keys]")].find(each => each.dataset.keys === `${before} ${event.key}`);
    before = event.key;
    if (link) link.click();
  });
})();
