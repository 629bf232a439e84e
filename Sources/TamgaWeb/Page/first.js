// Before anything else: the payload out of the address and out of the list to go back to.
// `app.js` takes it from here; nothing of it is asked of the network.
(() => {
  const text = location.hash.slice(1);
  const language = new URLSearchParams(location.search).get('lang');
  if (location.hash || location.search || location.href.endsWith('#')) history.replaceState(null, '', '/v');
  let arrival = {payload: text, language};
  window.tamgaArrival = () => {
    const taken = arrival;
    arrival = {payload: '', language: null};
    return taken;
  };
})();
