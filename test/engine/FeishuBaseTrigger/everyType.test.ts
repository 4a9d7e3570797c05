/** Whatever the type of a field: what was put into a record starts a workflow as Record: Get gives it. */
import { FeishuBasePollingTrigger } from '../../../nodes/FeishuBasePollingTrigger/FeishuBasePollingTrigger.node';
import { FeishuBaseTrigger } from '../../../nodes/FeishuBaseTrigger/FeishuBaseTrigger.node';
import { list, until } from '../../support/engine';
import { byExpression, everyType, type EveryType } from '../../support/engine/everyType';
import { only } from '../../support/engine/platform';
import { PollingWorkflow } from '../../support/engine/polls';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate } = useTriggers();
let every: EveryType;
beforeEach(() => (every = everyType(platform)));

async function run(operation: string, parameters: object) {
	const given = { resource: 'record', operation, ...every.where, ...parameters };
	const { error, items } = await platform.run({ node: 'feishuBase', parameters: given });
	if (error) throw error;
	return only(items).json;
}

const create = async () => await run('create', byExpression(JSON.stringify(every.given)));

test('over events', async () => {
	const trigger = await activate({ ...every.where, options: { includeOwn: true } }, { type: FeishuBaseTrigger });
	const { record_id } = await create();
	await until(() => trigger.started.length > 0, 'the start');
	const read = await run('get', { record: list(String(record_id)) });
	expect(trigger.items[0]).toMatchObject({ event: 'created', ...read, ...every.plain });
});

test('by polling', async () => {
	const workflow = new PollingWorkflow(
		platform,
		{ ...every.where, options: { includeOwn: true } },
		{ type: FeishuBasePollingTrigger },
	);
	expect(await workflow.activate()).toEqual([]);
	platform.store.clock.advance(1000);
	const { record_id } = await create();
	const read = await run('get', { record: list(String(record_id)) });
	expect(await workflow.poll()).toMatchObject([{ event: 'created', ...read, ...every.plain }]);
});
