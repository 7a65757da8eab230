import { expect, it } from 'vitest';
import { additionOf, changeOf, emptyDraft } from './account-draft.js';

it('grants nothing that was not chosen', () => {
  expect(changeOf({ ...emptyDraft(), unitCode: 'PB' })).toEqual({
    roles: [],
    unitCode: 'PB',
    kinds: null,
    staffNo: null,
    oidcName: null,
  });
});

it('sends kinds for data officers alone', () => {
  const draft = { ...emptyDraft(), name: ' li ', kinds: ['units'], unitCode: null };
  expect(additionOf({ ...draft, roles: ['inspector'] })).toMatchObject({ name: 'li', kinds: null });
  expect(changeOf({ ...draft, roles: ['data-officer'] }).kinds).toEqual(['units']);
});

it('sends a unit for roles alone that it limits', () => {
  const draft = { ...emptyDraft(), unitCode: 'PB' };
  expect(changeOf({ ...draft, roles: ['data-officer', 'auditor'] }).unitCode).toBeNull();
  expect(changeOf({ ...draft, roles: ['data-officer', 'approver'] }).unitCode).toBe('PB');
});
