import { describe, expect, it } from 'vitest';
import { EMPTY_VALUES, changeOf, fieldAt, newApiOf } from './api-form-values.ts';
import type { ApiFormValues } from './api-form-values.ts';

const values: ApiFormValues = {
  ...EMPTY_VALUES,
  name: ' Payout Status ',
  slug: 'payout-status',
  exposure: 'partner',
  dataClass: 'internal',
  criticality: 'high',
  application: { value: 'payouts', label: 'Payouts' },
  hosts: [
    { host: 'api.example.com ', basePath: '', environment: 'production' },
    { host: 'api.example.com', basePath: '/v2', environment: 'staging' },
  ],
  tags: 'pci, payouts,, pci',
  protections: { ...EMPTY_VALUES.protections, gateway: 'yes', waf: 'no' },
};

describe('the form of an API', () => {
  it('becomes the body of a registration', () => {
    expect(newApiOf(values)).toEqual({
      slug: 'payout-status',
      name: 'Payout Status',
      kind: 'rest',
      lifecycle: 'development',
      exposure: 'partner',
      dataClass: 'internal',
      criticality: 'high',
      description: '',
      application: 'payouts',
      team: null,
      hosts: [
        { host: 'api.example.com', environment: 'production' },
        { host: 'api.example.com', basePath: '/v2', environment: 'staging' },
      ],
      repository: null,
      tags: ['pci', 'payouts'],
      protections: { gateway: true, waf: false },
    });
  });

  it('sends only what differs', () => {
    expect(changeOf(values, values)).toEqual({});
    expect(
      changeOf(values, { ...values, application: null, tags: 'pci,payouts', exposure: 'public' }),
    ).toEqual({
      application: null,
      exposure: 'public',
    });
  });

  it.each([
    ['/name', 'name'],
    ['/hosts/1/basePath', 'hosts.1.basePath'],
    ['/protections/waf', 'protections.waf'],
    ['/tags/3', 'tags'],
    ['/application', 'application'],
    ['/constructor', null],
    ['', null],
  ])('finds the field of %s', (pointer, field) => expect(fieldAt(pointer)).toBe(field));
});
