/** The event of a decision as it comes to a webhook, which many may get. */
import { randomUUID } from 'node:crypto';

import type { Instance } from '../../../simulator/state/approvals';
import { only, usePlatform } from '../../support/engine';
import { settle, useApprovalWaits } from '../../support/engine/approvalWaits';
import { TriggerInWorkflow } from '../../support/engine/webhookTrigger';
import { delivered, ENCRYPT_KEY, TOKEN, v1Event } from '../../support/events';

const platform = usePlatform();
const { waiting, begin, done } = useApprovalWaits(platform);

const eventOf = ({ uuid, instance_code, approval_code }: Instance, status: string) =>
	v1Event(
		{ ts: String(Date.now() / 1000), uuid: randomUUID() },
		{ app_id: platform.simulator.appId, uuid, instance_code, approval_code, status },
	);

/** A workflow that waits for other events. */
const hear = async (event: object) => {
	const { appId, appSecret } = platform.simulator;
	const secrets = { appId, appSecret, encryptKey: ENCRYPT_KEY, verificationToken: TOKEN };
	const trigger = new TriggerInWorkflow({ events: ['im.message.receive_v1'] }, secrets, { id: randomUUID() });
	return await trigger.post(delivered(event, Date.now()));
};

const asked = (id: string) => waiting.asked.filter(({ url }) => url.includes(`/${id}/`));

test('a final state is told once, and starts nothing besides', async () => {
	const { id, instances } = await begin();
	const instance = only(instances);
	expect(await hear(eventOf(instance, 'PENDING'))).toEqual({ webhookResponse: {} });
	settle(platform, instance, 'approve');
	const event = eventOf(instance, 'APPROVED');
	expect(await hear(event)).toEqual({ webhookResponse: {} });
	expect(await hear(event)).toEqual({ webhookResponse: {} });
	expect(only(await done(id))).toMatchObject({ decision: 'approved' });
	expect(asked(id)).toHaveLength(1);
});
