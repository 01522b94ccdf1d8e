import {expect, it} from 'vitest';
import {keyFormOf} from './keyForm';

it('keyFormOf_noEndAndNoTenant_leavesBothOut', () => {
  expect(keyFormOf({name: ' CI ', role: 'editor', tenant: '', lifetime: 'never'}, 0)).toEqual({name: 'CI', role: 'editor'});
});

it('keyFormOf_month_endsThirtyDaysOn', () => {
  expect(keyFormOf({name: 'CI', role: 'viewer', tenant: '*', lifetime: 'month'}, 0)).toEqual({
    name: 'CI', role: 'viewer', tenant: '*', expiresAt: '1970-01-31T00:00:00.000Z',
  });
});
