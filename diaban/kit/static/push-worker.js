// Shows how many things wait; a touch opens the page that lists them.
self.addEventListener('push', (event) => {
  const { title, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { tag, lang: 'vi' }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('/nhac-viec/'));
});
