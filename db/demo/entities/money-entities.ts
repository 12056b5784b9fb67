import { entities } from './entity.ts';

export const MONEY_ENTITIES = entities({
  payments: [
    'payment',
    'amount:money* currency:currency* reference:text* method:enum(card,transfer,wallet)* description:note shopperEmail:email capturedAt:datetime! status:enum(pending,authorised,captured,failed)!',
    'capture cancel',
  ],
  refunds: [
    'refund',
    'amount:money* reason:enum(requested,duplicate,fraudulent)* note:note status:enum(pending,paid,failed)! settledAt:datetime!',
  ],
  captures: [
    'capture',
    'amount:money* isFinal:boolean capturedAt:datetime! status:enum(pending,done,failed)!',
  ],
  payouts: [
    'payout',
    'amount:money* currency:currency* beneficiaryId:id* statementText:text executeOn:date status:enum(scheduled,sent,returned)!',
    'approve cancel',
  ],
  beneficiaries: [
    'beneficiary',
    'name:name* iban:iban* country:country* email:email verifiedAt:datetime!',
    'verify',
  ],
  'payout-batches': [
    'payoutBatch',
    'title:text* executeOn:date* currency:currency* total:money! itemCount:integer! status:enum(open,released,done)!',
    'release',
  ],
  'ledger-accounts': [
    'ledgerAccount',
    'title:name* currency:currency* kind:enum(asset,liability,income,expense)* balance:money! closedAt:datetime!',
    'close',
  ],
  entries: [
    'entry',
    'debitAccountId:id* creditAccountId:id* amount:money* bookedOn:date* text:note sequence:integer!',
    'reverse',
  ],
  statements: [
    'statement',
    'periodStart:date* periodEnd:date* openingAmount:money! closingAmount:money! pages:integer!',
  ],
  'reconciliation-runs': [
    'reconciliationRun',
    'businessDate:date* source:enum(bank,scheme,processor)* matched:integer! unmatched:integer! finishedAt:datetime!',
    'rerun',
  ],
  'risk-scores': [
    'riskScore',
    'subjectId:id* subjectKind:enum(payment,merchant,shopper)* score:integer! reasons:list! scoredAt:datetime!',
  ],
  'screening-cases': [
    'screeningCase',
    'subjectName:name* country:country* birthDate:birthdate listName:text! status:enum(open,cleared,confirmed)!',
    'clear confirm',
  ],
  rules: [
    'rule',
    'title:name* expression:note* weight:integer* isActive:boolean changedAt:datetime!',
    'activate deactivate',
  ],
  'block-entries': [
    'blockEntry',
    'kind:enum(card,email,device,address)* fingerprint:code* reason:note* until:date',
  ],
  disputes: [
    'dispute',
    'paymentId:id* amount:money* reasonCode:code* dueOn:date! status:enum(open,won,lost)!',
    'accept contest',
  ],
  'evidence-files': [
    'evidenceFile',
    'title:text* kind:enum(receipt,shipping,communication)* sizeBytes:integer! storedAt:datetime!',
    'upload',
  ],
  'merchant-applications': [
    'merchantApplication',
    'legalName:name* registrationNumber:code* country:country* website:url contactEmail:email* contactPhone:phone status:enum(received,checking,approved,declined)!',
    'submit',
  ],
  owners: [
    'owner',
    'fullName:name* birthDate:birthdate* country:country* sharePercent:number* verifiedAt:datetime!',
  ],
  merchants: [
    'merchant',
    'legalName:name* tradingName:name category:code* country:country* payoutIban:iban contactEmail:email status:enum(active,paused,closed)!',
    'pause resume',
  ],
  cards: [
    'card',
    'holderName:name* product:enum(debit,credit,prepaid)* lastFour:code! expiresOn:date! status:enum(ordered,active,blocked)!',
    'activate block replace',
  ],
  'card-limits': [
    'cardLimit',
    'dailyAmount:money* monthlyAmount:money* onlineAllowed:boolean abroadAllowed:boolean',
  ],
  authorisations: [
    'authorisation',
    'cardId:id! amount:money! merchantName:text! country:country! decidedAt:datetime! result:enum(approved,declined)!',
  ],
  invoices: [
    'invoice',
    'customerId:id* dueOn:date* currency:currency* total:money! pdfAddress:url! status:enum(draft,sent,paid,overdue)!',
    'send void',
  ],
  'invoice-lines': ['invoiceLine', 'text:text* quantity:integer* unitAmount:money* taxCode:code'],
  'tax-rates': ['taxRate', 'country:country* percent:number* validFrom:date* title:text'],
  'exchange-rates': ['exchangeRate', 'base:currency! quote:currency! rate:number! asOf:datetime!'],
  subscriptions: [
    'subscription',
    'planId:id* merchantId:id* startsOn:date* renewsOn:date! status:enum(trial,active,past_due,ended)!',
    'pause resume cancel',
  ],
  plans: [
    'plan',
    'title:name* interval:enum(month,year)* amount:money* currency:currency* trialDays:integer',
  ],
  'usage-records': ['usageRecord', 'meter:code* quantity:integer* occurredAt:datetime*'],
  vouchers: ['voucher', 'code:code* amount:money* validUntil:date* remaining:integer!', 'redeem'],
});
