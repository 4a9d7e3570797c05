/** Both triggers, as each of those who may listen, on each region's hosts. */
import type { INode } from 'n8n-workflow';

import { keepSecret, type CredentialRef } from '../../support/engine';
import { EVERYONE, leaveStore } from '../../support/engine/everyone';
import { leadPublicHosts, REGIONS, type PublicHosts, type RegionName } from '../../support/engine/publicHosts';
import { useTriggers } from '../../support/engine/triggers';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';

const APPROVAL = '7C468A54-8745-2245-9675-08B7C63E7A85';
const ENCRYPT_KEY = 'an-encrypt-key-of-this-test';
const SUBSCRIBING = {
	events: ['*'],
	subscriptions: { resource: [{ type: 'approval', approvalCode: APPROVAL }] },
};

describe.each(Object.entries(REGIONS))('on the hosts of %s', (region, { where, host }) => {
	const { platform, activate } = useTriggers({ settings: { region: region as RegionName } });
	let hosts: PublicHosts;
	beforeAll(() => {
		hosts = leadPublicHosts(() => platform.simulator);
		keepSecret(ENCRYPT_KEY);
	});
	beforeEach(() => hosts.forget());
	afterAll(() => hosts.restore());

	const of = async (who: string): Promise<CredentialRef> => {
		const made = await EVERYONE[who]?.make(platform, where);
		if (!made) throw new Error(`There is nobody called ${who}`);
		made.helper.add(made.id, { ...made.helper.stored(made.id), encryptSecretKey: ENCRYPT_KEY });
		return made;
	};

	test('an app asks for the long connection there, and takes none that is not encrypted', async () => {
		const listening = activate({}, { credential: await of('app') });
		// The simulator has nothing else to offer.
		await expect(listening).rejects.toThrow("Something other than the long connection's endpoint answered");
		expect(platform.routes).toContain('POST /callback/ws/endpoint');
		expect(hosts.asked()).toEqual([host]);
	});

	test.each(['app', 'storeApp'])('%s subscribes for the webhook', async (authentication) => {
		for (const one of platform.store.subscriptions.list()) platform.store.subscriptions.remove(one);
		const credential = await of(authentication);
		const parameters = { authentication, ...SUBSCRIBING } as INode['parameters'];
		const trigger = new TriggerInWorkflow(parameters, {}, { id: `hook-${authentication}`, credential });
		await trigger.node.webhookMethods.default.create.call(trigger.hook());
		expect(platform.store.subscriptions.list()).toMatchObject([{ kind: 'approval', resource: APPROVAL }]);
		expect(hosts.asked()).toEqual([host]);
		await trigger.node.webhookMethods.default.delete.call(trigger.hook('internal'));
		leaveStore(platform);
	});
});
