import { catalogue } from './catalogue-entry.ts';

export const KEELPAY = [
  ...catalogue(
    'keelpay-checkout',
    `
    card-payments | Card Payments | acquiring | public restricted high | exemplary openapi-3.1 | payment>refund,capture | Takes card and wallet payments for merchants, with captures and refunds.
    payment-links | Payment Links | acquiring | public confidential high | exemplary openapi-3.0 | payment+ voucher | Links that let a shopper pay without a shop.
    checkout-sessions | Checkout Sessions | acquiring | public restricted high | solid openapi-3.0 | session+ payment+ address+ | Hosted checkout: session, address and payment in one flow.
    terminal-gateway | Terminal Gateway | acquiring | partner restricted high | dated openapi-3.0 | payment>refund apiClient- | Payments from card terminals in shops and vans.
    payment-events | Payment Events | acquiring | internal confidential high | solid asyncapi-2 | payment refund | What happened to payments, for other teams.
    refund-desk | Refund Desk | acquiring | internal confidential medium | solid openapi-3.0 | refund payment- | Refunds made by customer support.
    acquirer-simulator | Acquirer Simulator | acquiring | internal internal low | careless openapi-3.0 development | payment capture refund | Pretends to be a bank in test environments.
    `,
  ),
  ...catalogue(
    'keelpay-payouts',
    `
    payouts | Payouts | payouts | partner restricted high | exemplary openapi-3.1 | payout beneficiary | Pays merchants and carriers to their bank accounts.
    payout-batches | Payout Batches | payouts | internal restricted high | exemplary openapi-3.0 | payoutBatch>payout | Releases many payouts at once under two pairs of eyes.
    beneficiary-check | Beneficiary Check | payouts | internal restricted medium | exemplary openapi-3.0 | beneficiary+ | Compares account holder and account number before money leaves.
    payout-status | Payout Status | payouts | partner confidential medium | solid openapi-3.0 | payout- | Where a payout is, for partners.
    payout-webhooks | Payout Webhooks | payouts | partner confidential medium | average openapi-3.0 | webhookEndpoint>delivery | Tells partners when a payout was sent or returned.
    bank-statement-import | Bank Statement Import | payouts | internal restricted medium | careless openapi-2.0 | importJob statement | Reads the banks' statement files.
    `,
  ),
  ...catalogue(
    'keelpay-ledger',
    `
    ledger | Ledger | ledger | internal restricted high | exemplary openapi-3.1 | ledgerAccount>entry | Double-entry book of all money in motion.
    ledger-grpc | Ledger Posting | ledger | internal restricted high | exemplary protobuf | ledgerAccount entry | Fast posting for services inside Keelpay.
    reconciliation | Reconciliation | ledger | internal confidential high | exemplary openapi-3.0 | reconciliationRun statement- | Matches book, bank and scheme every night.
    merchant-statements | Merchant Statements | ledger | partner confidential medium | solid openapi-3.0 | statement- report+ | Monthly statements for merchants.
    fx-rates | Exchange Rates | ledger | partner internal medium | solid openapi-3.1 | exchangeRate- | Rates used to convert amounts.
    `,
  ),
  ...catalogue(
    'keelpay-shield',
    `
    risk-scoring | Risk Scoring | fraud-signals | internal restricted high | exemplary openapi-3.0 | riskScore+ rule | Scores payments while the shopper waits.
    sanctions-screening | Sanctions Screening | fraud-signals | internal restricted high | exemplary openapi-3.0 | screeningCase | Checks names against sanctions lists and keeps the cases.
    block-lists | Block Lists | fraud-signals | internal confidential medium | average openapi-3.0 | blockEntry | Cards, devices and addresses that are refused.
    device-signals | Device Signals | fraud-signals | public confidential medium | careless openapi-3.0 | deviceRegistration riskScore- | Collects device fingerprints in shops.
    fraud-graph | Fraud Graph | fraud-signals | internal restricted medium | average graphql | merchant card payment | Who shares what with whom, for analysts.
    chargeback-intake | Chargeback Intake | disputes | partner restricted medium | exemplary openapi-3.0 | dispute | Receives disputes from the card schemes.
    dispute-evidence | Dispute Evidence | disputes | partner confidential medium | solid openapi-3.0 | dispute->evidenceFile | Uploads receipts and proofs of delivery.
    dispute-console | Dispute Console | disputes | internal confidential low | solid openapi-3.1 | dispute ticket- | Behind the screens of the disputes desk.
    `,
  ),
  ...catalogue(
    'keelpay-onboarding',
    `
    merchant-applications | Merchant Applications | merchant-onboarding | public restricted medium | exemplary openapi-3.1 | merchantApplication>owner,evidenceFile | How a merchant applies for an account.
    merchant-directory | Merchant Directory | merchant-onboarding | internal confidential medium | solid openapi-3.0 | merchant | Every merchant, with category and state.
    document-checks | Document Checks | merchant-onboarding | internal restricted medium | exemplary openapi-3.0 | evidenceFile screeningCase- | Reads and verifies identity documents.
    merchant-events | Merchant Events | merchant-onboarding | internal internal medium | average asyncapi-3 | merchant merchantApplication | Changes of merchants, for other teams.
    `,
  ),
  ...catalogue(
    'keelpay-cards',
    `
    card-management | Card Management | card-issuing | partner restricted high | exemplary openapi-3.0 | card>cardLimit,authorisation | Orders, blocks and limits company cards.
    card-authorisations | Card Authorisations | card-issuing | internal restricted high | solid openapi-3.0 | authorisation- cardLimit | Decides in 80 ms whether a card payment goes through.
    card-tokens | Card Tokens | card-issuing | partner restricted high | average openapi-3.0 | deviceRegistration card- | Puts cards into wallets of phones.
    pin-service | PIN Service | card-issuing | internal restricted high | careless openapi-2.0 | card+ secondFactor | Sets and checks PINs; written for the first card programme.
    `,
  ),
];
