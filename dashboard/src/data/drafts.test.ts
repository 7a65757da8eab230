import { beforeEach, describe, expect, it, vi } from 'vitest';
import { draftsOf, forgetDrafts, keepDraft, keptDraft } from './drafts.js';

/** What a browser keeps for a tab: its keys are those of the object itself. */
class TabStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return (Object.hasOwn(this, key) ? this[key] : null) as string | null;
  }
  setItem(key: string, text: string): void {
    this[key] = text;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

describe('drafts', () => {
  beforeEach(() => {
    vi.stubGlobal('sessionStorage', new TabStorage());
    draftsOf('wang');
  });

  it('are there until they are sent', () => {
    expect(keptDraft('form')).toBeUndefined();
    keepDraft('form', { ref: 'A-1' });
    expect([keptDraft('form'), keptDraft('other')]).toEqual([{ ref: 'A-1' }, undefined]);
    keepDraft('form', undefined);
    expect(keptDraft('form')).toBeUndefined();
  });

  it('are gone once somebody else signs in, and when their writer signs out', () => {
    keepDraft('form', { ref: 'A-1' });
    draftsOf('wang');
    expect(keptDraft('form')).toEqual({ ref: 'A-1' });
    draftsOf('li');
    expect(keptDraft('form')).toBeUndefined();
    draftsOf('wang');
    expect(keptDraft('form')).toBeUndefined();
    keepDraft('form', { ref: 'A-2' });
    sessionStorage.setItem('of-another-program', 'stays');
    forgetDrafts();
    expect([keptDraft('form'), sessionStorage.getItem('of-another-program')]).toEqual([
      undefined,
      'stays',
    ]);
  });

  it('go without a browser that refuses to keep anything', () => {
    vi.stubGlobal('sessionStorage', undefined);
    keepDraft('form', { ref: 'A-1' });
    forgetDrafts();
    expect(keptDraft('form')).toBeUndefined();
  });
});
