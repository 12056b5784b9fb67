import { catalogue } from './catalogue-entry.ts';

export const GROUNDWORK = [
  ...catalogue(
    'developer-edge',
    `
    partner-registry | Partner Registry | edge | internal internal high | exemplary openapi-3.0 | apiClient | Who may call our gateway, with which plan.
    webhook-relay | Webhook Relay | edge | internal internal medium | solid openapi-3.1 | webhookEndpoint>delivery | Delivers webhooks of all products.
    status-page | Status Page | edge | public public low | exemplary openapi-3.0 | report- | What works and what does not.
    feature-flags | Feature Flags | edge | internal internal low | average openapi-3.0 | rule | Switches for releases.
    `,
  ),
  ...catalogue(
    'data-harbour',
    `
    datasets | Datasets | data-platform | internal confidential medium | solid openapi-3.0 | dataset | What data there is and how long it stays.
    query-service | Query Service | data-platform | internal restricted medium | average openapi-3.0 | query dataset- | Runs questions on the warehouse.
    report-builder | Report Builder | data-platform | internal confidential low | solid openapi-3.0 | report | Figures on a schedule.
    metrics-export | Metrics Export | data-platform | internal internal low | careless openapi-3.0 | report- dataset- | Raw figures for a tool that was bought in 2019.
    `,
  ),
  ...catalogue(
    'connect',
    `
    erp-connector | ERP Connector | integrations | partner confidential medium | dated openapi-3.0 | importJob mapping invoice- | Exchanges orders and invoices with merchants' systems.
    marketplace-connector | Marketplace Connector | integrations | partner confidential medium | exemplary openapi-3.0 | importJob product- | Orders from marketplaces.
    file-exchange | File Exchange | integrations | partner confidential low | careless openapi-2.0 | evidenceFile importJob | Files that partners leave and fetch.
    connector-events | Connector Events | integrations | internal internal low | solid asyncapi-3 | importJob | What connectors did.
    `,
  ),
  ...catalogue(
    'portway-suite',
    `
    portway-orders | Portway Orders | portway | partner confidential medium | careless openapi-2.0 | shipment>parcel address | Orders of the company bought last year.
    portway-rates | Portway Rates | portway | partner internal low | average openapi-2.0 | quote rateCard- | Its price list.
    portway-accounts | Portway Accounts | portway | public confidential medium | careless openapi-3.0 | customer session user | Its customers, not yet moved.
    portway-reports | Portway Reports | portway | internal internal low | careless openapi-2.0 | report | Its monthly figures.
    `,
  ),
];
