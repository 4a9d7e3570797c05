/** What an app fills in for whom it acts, a person can't: they act in their own name, and are told so. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, usePlatform } from '../../support/engine';
import { EVERYONE } from '../../support/engine/everyone';
import { caseOf, parametersOf } from '../../support/engine/cases';

const platform = usePlatform();

test.each<[string, INodeParameters, string]>([
	['approvalInstance:create', {}, 'Start As'],
	['approvalInstance:create', { starter: '', options: { title: 'Laptop' } }, 'Title'],
	['approvalInstance:create', { starter: '', options: { noMessagesWhen: ['1'] } }, 'No Messages When'],
	['approvalInstance:create', { starter: '', options: { forbidRevoke: true } }, 'No Withdrawing'],
	['approvalInstance:copyTo', { copyAs: byId('ou_x') }, 'Copy As'],
	['approvalInstance:getAll', { filters: { instanceStatus: 'APPROVED' } }, 'Status'],
	['approvalInstance:getAll', { filters: { instanceTitle: 'Laptop' } }, 'Title'],
	['approvalTask:approve', {}, 'Decide As'],
	['approvalTask:reject', {}, 'Decide As'],
	['approvalTask:transfer', {}, 'Decide As'],
	['approvalTask:getAll', {}, 'Whose'],
])('%s %j names %s', async (key, more, label) => {
	const credential = await EVERYONE.person?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
	const parameters = { ...parametersOf(key, platform), ...more };
	platform.simulator.requests.length = 0;
	const { error, items } = await platform.run({ parameters, items: caseOf(key).items, credential });
	expect(error?.message).toBe(`The field '${label}' is for apps only, and this credential is a person's`);
	expect(error?.description).toContain('acts in their own name');
	expect(items).toEqual([]);
	expect(platform.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});
