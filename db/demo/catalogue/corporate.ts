import { catalogue } from './catalogue-entry.ts';

export const CORPORATE = [
  ...catalogue(
    'finance-desk',
    `
    invoices | Invoices | finance-systems | internal confidential medium | exemplary openapi-3.0 | invoice>invoiceLine | Invoices to merchants and carriers.
    purchase-orders | Purchase Orders | finance-systems | internal internal low | solid openapi-3.0 | purchaseOrder | What the company buys.
    cost-centres | Cost Centres | finance-systems | internal internal low | exemplary openapi-3.0 | costCentre | Who pays for what inside.
    tax-rates | Tax Rates | finance-systems | internal public low | exemplary openapi-3.1 | taxRate- | Tax by country and date.
    contract-store | Contract Store | finance-systems | internal confidential low | average openapi-3.0 | contract>evidenceFile | Contracts and when they end.
    expense-intake | Expense Intake | finance-systems | internal confidential low | careless openapi-3.0 | purchaseOrder evidenceFile | Receipts from travelling colleagues.
    `,
  ),
  ...catalogue(
    'people-desk',
    `
    employees | Employees | people-systems | internal restricted high | exemplary openapi-3.0 | employee | Everybody who works here.
    leave | Leave | people-systems | internal confidential low | solid openapi-3.0 | leaveRequest employee- | Holidays and absence.
    salary-runs | Salary Runs | people-systems | internal restricted high | dated openapi-3.0 | salaryRun employee- | Pays everybody once a month.
    careers | Careers | people-systems | public restricted low | solid openapi-3.0 | vacancy- candidate+ | Jobs and applications.
    `,
  ),
];
