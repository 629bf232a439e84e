// What the desk does besides its pages: live findings, search as one types, the preview, keys, printing.
// Every page works without it but for these.
"use strict";
(() => {
  const body = document.body;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const csrf = body.dataset.csrf;
  const say = text => { const place = find("#saying"); if (place) place.textContent = text; };

  // A task that waits until nothing has happened for a while; a newer one takes the place of an older.
  const after = (milliseconds, work) => {
    let timer, running;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        running?.abort();
        running = new AbortController();
        try { await work(running.signal); } catch (error) { if (error.name !== "AbortError") console.warn(error.message); }
      }, milliseconds);
    };
  };

  // MARK: Search as one types

  const searchBox = find("form[data-form=search]");
  if (searchBox) {
    const input = find("input[name=q]", searchBox), hits = find("#hits");
    const show = papers => {
      hits.replaceChildren(...papers.map(paper => {
        const line = document.createElement("a");
        const number = paper.copy ? `${paper.number}~${paper.copy}` : paper.number;
        line.href = `/desk/papers/${encodeURIComponent(paper.document)}/${encodeURIComponent(number)}`;
        line.dataset.hit = paper.number;
        for (const [tag, text] of [["b", paper.name ?? paper.number], ["span", paper.number], ["small", paper.passport ?? ""], ["small", paper.issueDate ?? ""]]) {
          const part = document.createElement(tag);
          part.textContent = text;
          line.append(part);
        }
        return line;
      }));
      hits.hidden = papers.length === 0;
      say(String(papers.length));
    };
    const ask = after(120, async signal => {
      const q = input.value.trim();
      if (q.length < 2) { hits.hidden = true; return; }
      const answer = await fetch("/desk/search", {
        method: "POST", signal, headers: {"Accept": "application/json", "X-CSRF-Token": csrf},
        body: new URLSearchParams({q, csrf}),
      });
      if (answer.ok && input.value.trim() === q) show((await answer.json()).papers);
    });
    input.addEventListener("input", ask);
    searchBox.addEventListener("keydown", event => {
      const lines = all("a", hits), at = lines.indexOf(document.activeElement);
      if (event.key === "Escape") { hits.hidden = true; input.focus(); }
      if (event.key === "ArrowDown" && lines.length && !hits.hidden) { event.preventDefault(); lines[Math.min(at + 1, lines.length - 1)].focus(); }
      if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); at === 0 ? input.focus() : lines[at - 1].focus(); }
    });
    document.addEventListener("click", event => { if (!searchBox.contains(event.target)) hits.hidden = true; });
  }

  // MARK: The list of kinds

  const filter = find("input[data-filter=kinds]");
  filter?.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const lines = all("[data-kind]");
    for (const line of lines) {
      // Beginnings of words: "lip" is a code, and no part of "slip".
      const text = " " + line.dataset.words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
      line.hidden = !words.every(word => text.includes(" " + word));
    }
    for (const group of all(".kinds [data-service]")) group.hidden = all("[data-kind]", group).every(line => line.hidden);
    find("#no-kind").hidden = lines.some(line => !line.hidden);
  });
  filter?.addEventListener("keydown", event => {
    const shown = all("[data-kind]").filter(line => !line.hidden);
    if (event.key === "Enter" && shown.length === 1) find("a", shown[0]).click();
  });

  // MARK: The form of a decision

  const form = find("form[data-form=decision]");
  const fieldOf = element => element?.closest?.("[data-field]");
  const left = new Set();  // places of fields that were left: only these are marked
  let isWhole = false;     // the whole form was checked by a button: everything is marked

  const mark = () => {
    for (const field of all("[data-field]", form)) {
      field.toggleAttribute("data-quiet", !isWhole && !left.has(field.dataset.field) && find("[data-finding]", field) !== null);
    }
    for (const line of all("#summary [data-finding]")) {
      const field = all("[data-field]", form).find(each => line.dataset.place === each.dataset.field || line.dataset.place.startsWith(each.dataset.field + "/"));
      line.hidden = !isWhole && (field === undefined || field.hasAttribute("data-quiet"));
    }
    const summary = find("#summary");
    if (summary && !isWhole) summary.hidden = all("[data-finding]", summary).every(line => line.hidden);
  };

  // Only what differs is replaced, so that the focus and what is open stay.
  const take = page => {
    for (const field of all("[data-field]", form)) {
      const fresh = all("[data-field]", page).find(each => each.dataset.field === field.dataset.field);
      if (!fresh) continue;
      const old = find(".findings", field), now = find(".findings", fresh);
      if (old && now && old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
      if (fresh.dataset.level) field.dataset.level = fresh.dataset.level; else delete field.dataset.level;
      for (const control of all("input, select, textarea", field)) {
        const isWrong = field.dataset.level === "error" && (isWhole || left.has(field.dataset.field));
        if (isWrong) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
      }
    }
    const summary = find("#summary", page);
    if (summary) {
      summary.removeAttribute("autofocus");
      find("#summary").replaceWith(document.adoptNode(summary));
    }
    mark();
  };

  if (form) {
    isWhole = find("#summary")?.dataset.state !== "none";
    const send = (address, signal, accept) => fetch(address, {
      method: "POST", signal, headers: {"Accept": accept, "X-CSRF-Token": csrf}, body: new URLSearchParams(new FormData(form)),
    });
    const check = after(300, async signal => {
      const answer = await send(form.dataset.check + location.search, signal, "text/html");
      if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    });
    const sheet = find("#preview");
    let shown;
    const draw = after(600, async signal => {
      const answer = await send(form.dataset.preview, signal, "image/png");
      if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("image/")) return;
      const picture = find("img", sheet);
      const address = URL.createObjectURL(await answer.blob());
      picture.src = address;
      picture.hidden = false;
      find(".empty", sheet)?.setAttribute("hidden", "");
      sheet.dataset.state = "drawn";
      if (shown) URL.revokeObjectURL(shown);
      shown = address;
    });
    form.addEventListener("input", () => { check(); draw(); });
    form.addEventListener("change", () => { check(); draw(); });
    // The beginning of a word is enough where only one of the offered ones begins so.
    form.addEventListener("focusout", event => {
      const input = event.target, typed = input.value?.trim().toLowerCase();
      if (!input.list || !typed || typed.length < 3) return;
      const words = [...input.list.options].map(option => option.value);
      const meant = words.filter(word => word.toLowerCase().startsWith(typed));
      if (meant.length !== 1 || meant[0].toLowerCase() === typed) return;
      input.value = meant[0];
      input.dispatchEvent(new Event("input", {bubbles: true}));
    });
    form.addEventListener("focusout", event => {
      const field = fieldOf(event.target);
      if (field && field !== fieldOf(event.relatedTarget)) { left.add(field.dataset.field); mark(); check(); }
    });
    form.addEventListener("click", event => {
      const button = event.target.closest("button[data-action=suggest]");
      if (!button) return;
      event.preventDefault();
      const control = find(`[name="${CSS.escape(button.dataset.place)}"]`, form);
      if (!control) return;
      control.value = button.dataset.value;
      control.focus();
      left.add(button.dataset.place);
      control.dispatchEvent(new Event("input", {bubbles: true}));
    });
    // Enter goes on to the next control; it never issues.
    form.addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      const control = event.target;
      if (!["INPUT", "SELECT"].includes(control.tagName)) return;
      event.preventDefault();
      const controls = all("input:not([type=hidden]), select, textarea, .bar button", form).filter(each => each.offsetParent !== null);
      controls[controls.indexOf(control) + 1]?.focus();
    });
    // A list gets another row when its last one is written in.
    form.addEventListener("input", event => {
      const row = event.target.closest("[data-row]");
      if (!row || row.nextElementSibling || !event.target.value) return;
      const copy = row.cloneNode(true), names = event.target.name.match(/^(.*)\/(\d+)(\/[a-z]+)?$/);
      if (!names) return;
      const old = `${names[1]}/${names[2]}`, fresh = `${names[1]}/${Number(names[2]) + 1}`;
      const id = name => "c" + name.replaceAll("/", "-");
      for (const element of all("*", copy)) {
        for (const name of ["name", "id", "for"]) {
          const value = element.getAttribute(name);
          if (value) element.setAttribute(name, value.replace(old, fresh).replace(id(old), id(fresh)));
        }
        if ("value" in element) element.value = "";
      }
      row.after(copy);
    });
    let isSent = false;
    form.addEventListener("submit", event => {
      if (isSent) { event.preventDefault(); return; }
      isSent = true;
      form.setAttribute("aria-busy", "true");
    });
    window.addEventListener("pageshow", () => { isSent = false; form.removeAttribute("aria-busy"); });
    const isBegun = all("[data-field] input[type=text]", form).some(input => input.value && input.name !== "/issueDate");
    if (isBegun) draw();
    mark();
    if (isWhole && find("#summary")?.dataset.state === "refused") find("#summary").focus();
    else {
      const empty = all("[data-field] input[type=text]", form).filter(input => !input.value && input.offsetParent !== null);
      (empty.find(input => input.getAttribute("aria-required") === "true") ?? empty[0])?.focus({preventScroll: !isBegun});
    }
  }

  // MARK: Printing

  const print = find("form[data-form=print]");
  print?.addEventListener("submit", async event => {
    event.preventDefault();
    const button = find("button", print);
    if (button.getAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    try {
      // The register is told first; then the file goes to the printer.
      const answer = await fetch(print.action, {method: "POST", headers: {"X-CSRF-Token": csrf}, body: new URLSearchParams(new FormData(print))});
      if (!answer.ok) { location.reload(); return; }
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.src = print.dataset.file;
      const done = () => { location.href = answer.url; };
      frame.addEventListener("load", () => {
        try { frame.contentWindow.focus(); frame.contentWindow.print(); } catch { /* the question comes all the same */ }
        setTimeout(done, 700);
      });
      setTimeout(done, 8000);
      body.append(frame);
    } finally { button.removeAttribute("aria-busy"); }
  });

  // MARK: A file of decisions

  const upload = find("form[data-form=upload]");
  upload?.addEventListener("submit", async event => {
    event.preventDefault();
    const file = find("input[type=file]", upload).files[0], said = find("[data-said=upload]", upload);
    if (!file) return;
    upload.setAttribute("aria-busy", "true");
    said.textContent = "";
    const type = file.name.endsWith(".json") ? "application/json" : "application/jsonl";
    try {
      const answer = await fetch(upload.action, {method: "POST", headers: {"Content-Type": type, "X-CSRF-Token": csrf, "Accept": "application/json"}, body: file});
      if (answer.ok) { location.href = answer.url; return; }
      const problem = await answer.json().catch(() => null);
      said.textContent = problem?.messages?.[document.documentElement.lang] ?? String(answer.status);
    } finally { upload.removeAttribute("aria-busy"); }
  });

  // A batch that runs is looked at again.
  if (body.dataset.view === "batch" && find("#progress")?.dataset.state === "running") setTimeout(() => location.reload(), 3000);

  // MARK: Keys

  const isTyping = element => element.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") || element.isContentEditable;
  document.addEventListener("keydown", event => {
    if (event.key === "F8") {
      const places = all("[data-field] [data-finding][data-level=error], [data-field] [data-finding][data-level=warning]").map(fieldOf).filter((field, at, fields) => field && !field.hasAttribute("data-quiet") && fields.indexOf(field) === at);
      if (!places.length) return;
      event.preventDefault();
      const next = places[(places.indexOf(fieldOf(document.activeElement)) + 1) % places.length];
      find("input:not([type=hidden]), select, textarea", next)?.focus();
      next.scrollIntoView({block: "center"});
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const button = find("[data-key=ctrl-enter]");
      if (button) { event.preventDefault(); form.requestSubmit(button); }
    } else if (!event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event.target)) {
      // By the place of the key, whatever letters the layout has there.
      const button = {KeyP: "[data-key=p]", KeyR: "[data-key=r]", KeyD: "#duplicate > summary"}[event.code];
      if (event.key === "/" || event.code === "Slash") { const box = find("input[name=q]"); if (box) { event.preventDefault(); box.focus(); } }
      else if (event.code === "KeyN" && find("a[href='/desk/new']")) { event.preventDefault(); find("a[href='/desk/new']").click(); }
      else if (button && find(button)) { event.preventDefault(); find(button).click(); }
    }
  });

  // A link of the summary opens what is folded around its control.
  document.addEventListener("click", event => {
    const link = event.target.closest("#summary a");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    target.closest("details")?.setAttribute("open", "");
    target.focus();
    target.scrollIntoView({block: "center"});
  });
})();
