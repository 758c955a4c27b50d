// Turns messages on in this browser: asks the person, then hands the address and the keys to the form.
(() => {
  const form = document.querySelector('[data-push]');
  if (!form || !('serviceWorker' in navigator) || !('PushManager' in window)) return;
  form.hidden = false;
  const said = form.querySelector('[data-said]');
  const octets = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
  const written = (key) => btoa(String.fromCharCode(...new Uint8Array(key))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const active = (worker, registration) => new Promise((done) => {
    if (registration.active) return done();
    worker.addEventListener('statechange', () => worker.state === 'activated' && done());
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      if (await Notification.requestPermission() !== 'granted') throw new Error();
      const registration = await navigator.serviceWorker.register(form.dataset.worker);
      await active(registration.installing || registration.waiting, registration);
      // one made with a former key of the server stands in the way of a new one
      const former = await registration.pushManager.getSubscription();
      if (former && written(former.options.applicationServerKey) !== form.dataset.push) await former.unsubscribe();
      const way = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: octets(form.dataset.push) });
      form.elements.endpoint.value = way.endpoint;
      form.elements.p256dh.value = written(way.getKey('p256dh'));
      form.elements.auth.value = written(way.getKey('auth'));
      form.elements.name.value = navigator.platform || 'Trình duyệt';
      form.submit();
    } catch {
      said.textContent = 'Chưa bật được: trình duyệt không cho phép. Mở cài đặt thông báo của trình duyệt cho trang này rồi thử lại.';
    }
  });
})();
