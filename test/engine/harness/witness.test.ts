/** The search for leaks must be able to find one: in an error's cause, in an output, in n8n's own log. */
import { LoggerProxy } from 'n8n-workflow';

import { logLines } from '../../support/engine/environment';
import { keepSecret, leaks, witness } from '../../support/engine/witness';

test('finds secrets wherever they are shown', () => {
	keepSecret('fake-secret-1', 'fake-secret-2', 'fake-secret-3', 'fake-secret-4');
	witness([{ json: { deep: { deeper: [{ text: 'with fake-secret-1 inside' }] } } }]);
	witness(new Error('outside', { cause: { config: { headers: { Authorization: 'Bearer fake-secret-2' } } } }));
	LoggerProxy.debug('a request', { headers: { authorization: 'fake-secret-3' } });
	expect(leaks().map((text) => /fake-secret-\d/.exec(text)?.[0])).toEqual([
		'fake-secret-1',
		'fake-secret-2',
		'fake-secret-3',
	]);
	expect(logLines).toHaveLength(1);
});
