import { describe, expect, it } from 'vitest';
import { isAdminFlag, isAssigned, isPassword, isPersonal, isPrivilege, isSecret } from './property-names.ts';
import { resourceOf } from './resource.ts';
import { isEntrance, isSensitivePath, readsLikeAnOrder } from './vocabulary.ts';
import { wordsOf } from './words-of.ts';

describe('words', () => {
  it.each([
    ['resetPassword', ['reset', 'password']],
    ['user_id', ['user', 'id']],
    ['APIKey', ['api', 'key']],
    ['x-rate-limit', ['x', 'rate', 'limit']],
    ['straßeName', ['straße', 'name']],
    ['', []],
  ])('%j has the words %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    ['/api/v1/users/{id}/cards', 'users'],
    ['/{tenant}/orders', 'orders'],
    ['/v2', 'v2'],
    ['/', '/'],
  ])('%s is about %s', (path, resource) => {
    expect(resourceOf(path)).toBe(resource);
  });

  it.each([
    ['POST', '/login', true],
    ['POST', '/api/auth/forget-password', true],
    ['POST', '/v3/check-otp', true],
    ['PUT', '/password/reset', false],
    ['PUT', '/reset-password', true],
    ['DELETE', '/sessions', false],
    ['GET', '/tokens', false],
    ['GET', '/', true],
    ['GET', '/.well-known/openid-configuration', true],
    ['GET', '/orders', false],
    ['POST', '/orders', false],
  ])('%s %s is a way in: %s', (method, path, expected) => {
    expect(isEntrance({ method, path })).toBe(expected);
  });

  it.each([
    ['/admin/users', true],
    ['/v1/_internal/jobs', true],
    ['/administrators', false],
    ['/rooting', false],
  ])('%s is sensitive: %s', (path, expected) => {
    expect(isSensitivePath(path)).toBe(expected);
  });

  it.each([
    ['/createdb', true],
    ['/orders/{id}/cancel', true],
    ['/createdAt', false],
    ['/deleted', false],
    ['/orders', false],
  ])('%s reads like an order: %s', (path, expected) => {
    expect(readsLikeAnOrder(path)).toBe(expected);
  });

  it.each([
    [isPassword, 'oldPassword', true],
    [isPassword, 'password_policy', false],
    [isSecret, 'client_secret', true],
    [isSecret, 'secretary', false],
    [isPersonal, 'dateOfBirth', true],
    [isPersonal, 'date', false],
    [isAdminFlag, 'isAdmin', true],
    [isPrivilege, 'parole', false],
    [isAssigned, 'created_at', true],
    [isAssigned, 'idea', false],
  ])('%O knows %s: %s', (knows, name, expected) => {
    expect(knows(wordsOf(name))).toBe(expected);
  });
});
