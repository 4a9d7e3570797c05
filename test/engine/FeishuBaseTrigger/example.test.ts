/** The example in which a status change is answered; a real n8n runs it as well. */
import { tasksAddress } from '../../../demo/platform';
import { loadExample } from '../../../demo/workflows';
import { FeishuBaseTrigger } from '../../../nodes/FeishuBaseTrigger/FeishuBaseTrigger.node';
import { until } from '../../support/engine';
import { runExample } from '../../support/engine/example';
import { tasksOf } from '../../support/engine/ownBase';
import { handsIn } from '../../support/engine/tableHands';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate } = useTriggers();
const hands = handsIn(
	() => platform,
	() => tasksOf(platform),
);

test('base-status-answers tells the one who changed a status, what it was and what it is', async () => {
	const base = tasksAddress(platform.simulator);
	const { nodes } = loadExample('base-status-answers', {}, platform.simulator.url, base);
	const watching = nodes.find(({ name }) => name === 'Task Changed');
	const [id = ''] = await hands.create({ '任务 Task': 'Sign the contract', '状态 Status': '待办 To do' });
	const trigger = await activate(watching?.parameters, { type: FeishuBaseTrigger });
	await hands.update(id, { '金额 Amount': 5 });
	await hands.update(id, { '状态 Status': '完成 Done' });
	await until(() => trigger.started.length > 0, 'the start');
	expect(trigger.items).toHaveLength(1);

	const credential = { ...platform.credential, type: 'feishuApi' };
	const { items, error } = await runExample('base-status-answers', credential, { 'Task Changed': trigger.items });
	expect(error).toBeUndefined();
	const sent = platform.message(items('Tell Who Changed It')[0]?.message_id);
	expect(sent.content).toContain('Sign the contract: 待办 To do → 完成 Done');
	expect(platform.store.chats.get(sent.chat_id)?.members).toContain(platform.user.open_id);
});
