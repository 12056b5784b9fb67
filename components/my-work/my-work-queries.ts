/** What the page of one's own work asks, so that the server can ask it ahead. */
export const MY_WORK = {
  waiting: { path: '/reviews', search: 'waitingFor=me&sort=dueAt&limit=8' },
  offers: { path: '/apis', search: 'owner=me&ownership=offered&sort=-risk&limit=8' },
  red: { path: '/apis', search: 'gate=awaiting&gate=prevented&owner=me&sort=-risk&limit=8' },
  expiring: {
    path: '/apis',
    search: 'owner=me&signOff=expired&signOff=expiring&sort=signOffValidUntil&limit=8',
  },
  requests: { path: '/reviews', search: 'requestedBy=me&sort=-createdAt&limit=6' },
} as const;
