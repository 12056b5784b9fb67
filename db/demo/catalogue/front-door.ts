import { catalogue } from './catalogue-entry.ts';

export const FRONT_DOOR = [
  ...catalogue(
    'front-door-id',
    `
    sign-in | Sign-in | identity | public restricted high | exemplary openapi-3.1 | session passwordReset^ secondFactor | Sign-in, reset and second factors of everybody outside the company.
    oauth-clients | OAuth Clients | identity | internal confidential high | exemplary openapi-3.0 | client | Registers applications and replaces their secrets.
    user-directory | User Directory | identity | internal restricted high | solid openapi-3.0 | user role invitation | People, roles and invitations of business customers.
    admin-directory | Directory Administration | identity | internal restricted high | average openapi-3.0 | user! role! | For administrators of the directory.
    legacy-login | Login (legacy) | identity | public restricted high | careless openapi-2.0 deprecated | session user | The login of 2016; two customers have not moved.
    `,
  ),
  ...catalogue(
    'customer-hub',
    `
    customers | Customers | accounts | internal restricted high | exemplary openapi-3.0 | customer>address,preference | The one record of a customer.
    customer-search | Customer Search | accounts | internal restricted medium | average openapi-3.0 | customer- | Finds customers by name, mail or phone.
    account-self-service | Account Self-service | accounts | public confidential medium | exemplary openapi-3.1 | customer address preference | What customers change themselves.
    customer-events | Customer Events | accounts | internal confidential medium | solid asyncapi-2 | customer address | Changes of customers, for other teams.
    customer-merge | Customer Merge | accounts | internal restricted low | careless openapi-3.0 | customer | Joins two records of one person.
    consents | Consents | consent | public confidential medium | exemplary openapi-3.0 | consent | What a person has agreed to.
    erasure | Erasure | consent | internal restricted medium | exemplary openapi-3.0 | erasureRequest | Carries out the right to be forgotten.
    data-exports | Data Exports | consent | public restricted medium | solid openapi-3.0 | dataExport | Gives people a copy of their data.
    `,
  ),
  ...catalogue(
    'herald',
    `
    messages | Messages | notifications | internal confidential high | exemplary openapi-3.0 | message template- | Mail, text messages and push from one place.
    templates | Message Templates | notifications | internal internal low | solid openapi-3.1 | template | Texts in eleven languages.
    campaigns | Campaigns | notifications | internal confidential medium | average openapi-3.0 | campaign template- | Messages to many people.
    push-registration | Push Registration | notifications | public internal medium | solid openapi-3.0 | deviceRegistration | Phones that want to be told.
    message-callbacks | Message Callbacks | notifications | public internal medium | careless openapi-3.0 | delivery message- | Where mail and text providers report back.
    preference-centre | Preference Centre | notifications | public confidential low | solid openapi-3.0 | preference | Which messages a person wants.
    `,
  ),
  ...catalogue(
    'helpdesk',
    `
    tickets | Tickets | support | internal confidential medium | solid openapi-3.0 | ticket>reply | Questions and complaints.
    help-articles | Help Articles | support | public public low | exemplary openapi-3.1 | article | The help pages.
    chat-relay | Chat Relay | support | public confidential medium | average openapi-3.0 | session+ message+ | Chat between customers and support.
    support-tools | Support Tools | support | internal restricted medium | careless openapi-3.0 | customer payment ticket user! | Everything a support agent can do for a customer.
    `,
  ),
];
