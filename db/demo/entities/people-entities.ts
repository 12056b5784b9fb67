import { entities } from './entity.ts';

export const PEOPLE_ENTITIES = entities({
  customers: [
    'customer',
    'fullName:name* email:email* phone:phone birthDate:birthdate country:country* language:code isBusiness:boolean status:enum(active,locked,closed)!',
    'lock unlock',
  ],
  addresses: ['address', 'street:text* postcode:code* city:text* country:country* isDefault:boolean'],
  preferences: ['preference', 'topic:code* channel:enum(email,sms,push,post)* isAllowed:boolean*'],
  users: [
    'user',
    'displayName:name* email:email* locale:code lastSignInAt:datetime! status:enum(invited,active,suspended)!',
    'suspend',
  ],
  sessions: ['session', 'device:text* createdFrom:text! expiresAt:datetime!'],
  'password-reset': ['passwordReset', 'email:email* requestedFrom:text! expiresAt:datetime!', 'confirm'],
  'second-factors': [
    'secondFactor',
    'kind:enum(totp,passkey,sms)* label:text* confirmedAt:datetime!',
    'confirm',
  ],
  clients: [
    'client',
    'title:name* redirectUris:list* grant:enum(code,credentials)* rotatedAt:datetime!',
    'rotate',
  ],
  roles: ['role', 'title:name* permissions:list* memberCount:integer!'],
  invitations: ['invitation', 'email:email* roleId:id* expiresAt:datetime! acceptedAt:datetime!', 'resend'],
  consents: [
    'consent',
    'customerId:id* purpose:code* givenAt:datetime* source:enum(web,app,paper)* withdrawnAt:datetime!',
    'withdraw',
  ],
  'erasure-requests': [
    'erasureRequest',
    'customerId:id* reason:note dueOn:date! status:enum(received,running,done,refused)!',
    'execute refuse',
  ],
  'data-exports': [
    'dataExport',
    'customerId:id* format:enum(json,csv)* downloadAddress:url! readyAt:datetime!',
  ],
  messages: [
    'message',
    'templateId:id* channel:enum(email,sms,push)* recipient:email* variables:list sentAt:datetime! status:enum(queued,sent,failed)!',
    'resend',
  ],
  templates: [
    'template',
    'title:name* channel:enum(email,sms,push)* language:code* body:note* publishedAt:datetime!',
    'publish',
  ],
  campaigns: [
    'campaign',
    'title:name* audience:code* startsAt:datetime* recipientCount:integer! status:enum(draft,running,done)!',
    'start stop',
  ],
  'device-tokens': [
    'deviceRegistration',
    'platform:enum(ios,android,web)* appVersion:text* registeredAt:datetime!',
  ],
  tickets: [
    'ticket',
    'subject:text* body:note* email:email* priority:enum(low,normal,urgent) status:enum(open,waiting,solved)!',
    'solve reopen',
  ],
  replies: ['reply', 'body:note* isInternal:boolean authorName:name! sentAt:datetime!'],
  articles: [
    'article',
    'title:text* body:note* language:code* helpfulCount:integer! publishedAt:datetime!',
    'publish',
  ],
  employees: [
    'employee',
    'fullName:name* email:email* birthDate:birthdate* iban:iban jobTitle:text* startedOn:date* status:enum(active,leave,left)!',
  ],
  'leave-requests': [
    'leaveRequest',
    'employeeId:id* fromDate:date* untilDate:date* kind:enum(holiday,sick,parental)* status:enum(requested,approved,declined)!',
    'approve decline',
  ],
  'salary-runs': [
    'salaryRun',
    'period:code* country:country* total:money! status:enum(prepared,approved,paid)!',
    'approve',
  ],
  vacancies: ['vacancy', 'title:text* location:text* body:note* closesOn:date'],
  candidates: [
    'candidate',
    'fullName:name* email:email* phone:phone vacancyId:id* resumeUrl:url stage:enum(new,interview,offer,hired)!',
    'advance',
  ],
  'webhook-endpoints': [
    'webhookEndpoint',
    'url:url* events:list* isActive:boolean lastDeliveryAt:datetime!',
    'test',
  ],
  deliveries: [
    'delivery',
    'endpointId:id! event:code! attempt:integer! statusCode:integer! deliveredAt:datetime!',
    'replay',
  ],
  'api-clients': [
    'apiClient',
    'title:name* contactEmail:email* plan:enum(trial,partner,internal)* createdAt:datetime!',
    'suspend',
  ],
  datasets: [
    'dataset',
    'title:name* owner:code* retentionDays:integer* rowCount:integer! refreshedAt:datetime!',
    'refresh',
  ],
  queries: [
    'query',
    'statement:note* datasetId:id* startedAt:datetime! finishedAt:datetime! state:enum(queued,running,done,failed)!',
    'cancel',
  ],
  reports: [
    'report',
    'title:text* period:code* format:enum(pdf,xlsx,csv)* address:url! generatedAt:datetime!',
    'generate',
  ],
  imports: [
    'importJob',
    'sourceUrl:url* format:enum(csv,xml,edifact)* rowCount:integer! state:enum(queued,running,done,failed)!',
    'retry',
  ],
  mappings: ['mapping', 'title:name* sourceField:text* targetField:text* isActive:boolean'],
  contracts: [
    'contract',
    'title:text* counterparty:name* signedOn:date* endsOn:date annualAmount:money',
    'terminate',
  ],
  'purchase-orders': [
    'purchaseOrder',
    'supplier:name* costCentre:code* total:money* currency:currency* status:enum(draft,approved,sent)!',
    'approve',
  ],
  'cost-centres': ['costCentre', 'code:code* title:text* managerName:name budgetAmount:money'],
});
