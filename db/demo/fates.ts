/** How an API stands today; its history is written so that this is what the rules make of it. */
const FATES = {
  /** No team, and none has been asked or one has declined. */
  unowned: `legacy-login pin-service customer-merge expense-intake store-plugins handheld-gateway device-signals
    message-callbacks bank-statement-import feature-flags metrics-export acquirer-simulator`,
  /** Waits for the team it was offered to. */
  offered: `carrier-callbacks file-exchange support-tools block-lists campaigns manifests contract-store query-service`,
  /** Owned by a team that nobody can act for. */
  orphaned: `portway-orders portway-rates portway-accounts portway-reports`,
  /** Signed, but nobody has confirmed the ownership for too long. */
  stale: `address-book plans depots dock-schedule`,
  /** Registered ahead of its description. */
  planned: `resale`,
  retired: `edi-gateway fraud-graph`,
  /** Owned and described, but nobody asked for a review. */
  unreviewed: `card-tokens merchant-portal-backend merchant-events vehicle-positions booking-legacy
    tracking-soap-bridge payment-events route-optimiser pallet-moves`,
  draft: `route-planning surcharges report-builder careers booking-graph`,
  'waits-for-owner': `payout-batches erasure leave tickets merchant-directory duty-calculator connector-events
    purchase-orders robot-fleet pick-lists`,
  'waits-for-security': `document-checks checkout-sessions tracking-ingest preference-centre`,
  'changes-requested': `payout-webhooks customer-search product-import dispute-console card-authorisations`,
  rejected: `admin-directory billing-runs chat-relay tracking-webhooks`,
  withdrawn: `data-exports eta-predictions robot-telemetry packing-stations`,
  valid: `beneficiary-check ledger ledger-grpc reconciliation chargeback-intake tracking customs-declarations
    oauth-clients account-self-service consents portal-webhooks marketplace-connector employees locations
    carton-advice tax-rates inbound-deliveries goods-receipt help-articles rate-cards price-engine product-graph
    status-page invoices card-payments shipments merchant-applications fx-rates parcel-shops webhook-relay
    stock-events usage-metering templates`,
  /** Signed, and reworded since: the sign-off is carried over. */
  reworded: `tracking-events delivery-slots shipment-quotes partner-registry merchant-statements tariff-lookup`,
  expiring: `payouts card-management risk-scoring customers public-rates cost-centres dispute-evidence carriers`,
  expired: `payment-links stock-levels subscriptions pickups portal-reports products refund-desk customer-events datasets`,
  'void-by-change': `payout-status sign-in messages returns discounts user-directory reservations stock-counts`,
  'void-by-handover': `sanctions-screening proof-of-delivery push-registration fleet`,
  revoked: `return-labels`,
  /** Signed with accepted risks that are still covered, that wait for security, or whose cover has run out. */
  excepted: `customs-messages erp-connector product-images`,
  'exception-proposed': `supplier-portal drivers salary-runs`,
  'exception-expired': `terminal-gateway bulk-booking`,
  /** Deployed past the gate in an incident; nobody has reviewed that yet. */
  emergency: `courier-app`,
} as const;

export type Fate = keyof typeof FATES;

const BY_SLUG = new Map(
  Object.entries(FATES).flatMap(([fate, slugs]) =>
    slugs.split(/\s+/).map((slug): [string, Fate] => [slug, fate as Fate]),
  ),
);

export function fateOf(slug: string): Fate {
  const fate = BY_SLUG.get(slug);
  if (!fate) throw new Error(`no fate for ${slug}`);
  return fate;
}

export const FATED_SLUGS: readonly string[] = [...BY_SLUG.keys()];
