export interface DemoApplication {
  slug: string;
  name: string;
  team: string;
  description: string;
}

/** slug | name | team | description */
const TABLE = `
keelpay-checkout | Keelpay Checkout | acquiring | Shoppers pay, merchants get paid.
keelpay-payouts | Keelpay Payouts | payouts | Money leaves to bank accounts.
keelpay-ledger | Keelpay Ledger | ledger | The book behind every payment.
keelpay-shield | Keelpay Shield | fraud-signals | Keeps fraud and disputes small.
keelpay-onboarding | Keelpay Onboarding | merchant-onboarding | From application to first payment.
keelpay-cards | Keelpay Cards | card-issuing | Cards for fleets and companies.
skein-booking | Skein Booking | booking | Quotes, shipments and pickups.
skein-routes | Skein Routes | routing | Tours, fleet and the last mile.
skein-track | Skein Track | tracking | Where every parcel is.
skein-borders | Skein Borders | customs | Customs and carriers.
loft-inbound | Loft Inbound | inbound | Goods arrive.
loft-stock | Loft Stock | stock | Goods are counted and held.
loft-pick | Loft Pick | picking | Goods are picked and packed, by people and robots.
loft-returns | Loft Returns | returns | Goods come back.
front-door-id | Front Door ID | identity | Who is there, and what they may do.
customer-hub | Customer Hub | accounts | Customers, their data and their choices.
herald | Herald | notifications | Mail, text messages and push.
helpdesk | Helpdesk | support | Questions and answers.
tariff-desk | Tariff Desk | rates | What everything costs.
storefront | Storefront | merchant-portal | What merchants see and show.
renewals | Renewals | subscriptions | Subscriptions and invoices by use.
developer-edge | Developer Edge | edge | Gateway, partners and webhooks.
data-harbour | Data Harbour | data-platform | Data for everybody who may see it.
connect | Connect | integrations | Connectors to other companies' systems.
portway-suite | Portway Suite | portway | Systems of the company bought last year.
finance-desk | Finance Desk | finance-systems | Invoices, taxes and contracts.
people-desk | People Desk | people-systems | Colleagues, pay and holidays.
`;

export const APPLICATIONS: readonly DemoApplication[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [slug = '', name = '', team = '', description = ''] = line.split('|').map((cell) => cell.trim());
    return { slug, name, team, description };
  });
