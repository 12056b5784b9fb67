import { catalogue } from './catalogue-entry.ts';

export const MERCHANT = [
  ...catalogue(
    'tariff-desk',
    `
    rate-cards | Rate Cards | rates | internal internal high | exemplary openapi-3.0 | rateCard>rateLine | What carriage costs by zone and weight.
    surcharges | Surcharges | rates | internal internal low | solid openapi-3.0 | surcharge | Fuel, season and remote places.
    discounts | Discounts | rates | internal confidential medium | exemplary openapi-3.0 | discount | What a merchant has negotiated.
    price-engine | Price Engine | rates | internal internal high | exemplary protobuf | quote rateCard | Prices in three milliseconds.
    public-rates | Public Rates | rates | public public low | exemplary openapi-3.1 | rateCard- surcharge- | List prices for everybody.
    `,
  ),
  ...catalogue(
    'storefront',
    `
    products | Products | catalogue | partner internal medium | exemplary openapi-3.1 | product category | Goods of merchants.
    product-images | Product Images | catalogue | public public low | dated openapi-3.0 | product- evidenceFile | Pictures and data sheets.
    product-import | Product Import | catalogue | partner internal medium | average openapi-3.0 | importJob mapping | Catalogues from feeds.
    product-graph | Product Graph | catalogue | public public medium | exemplary graphql | product category | Products for shops.
    merchant-portal-backend | Merchant Portal Backend | merchant-portal | public confidential high | average openapi-3.0 | merchant user invitation report payout- shipment- stockItem- returnRequest ticket | Everything behind the merchants' pages.
    portal-reports | Portal Reports | merchant-portal | public confidential medium | solid openapi-3.0 | report | Figures for merchants.
    portal-webhooks | Portal Webhooks | merchant-portal | public confidential medium | exemplary openapi-3.1 | webhookEndpoint>delivery | Merchants choose what they are told.
    store-plugins | Store Plugins | merchant-portal | public confidential medium | careless openapi-2.0 | apiClient product- payment+ | For the plug-ins of shop systems.
    `,
  ),
  ...catalogue(
    'renewals',
    `
    subscriptions | Subscriptions | subscriptions | partner confidential high | exemplary openapi-3.0 | subscription plan- | Who pays for what, and until when.
    plans | Plans | subscriptions | public public low | solid openapi-3.0 | plan | What can be subscribed to.
    usage-metering | Usage Metering | subscriptions | internal internal low | solid openapi-3.1 | usageRecord+ | Counts what is charged by use.
    billing-runs | Billing Runs | subscriptions | internal confidential high | average openapi-3.0 | invoice>invoiceLine | Makes invoices at the end of a month.
    `,
  ),
];
