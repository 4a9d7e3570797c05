/** n8n in queue mode: what a workflow does on a worker. */
import { itemsOf } from '../../demo/api';
import { loadExample } from '../../demo/workflows';
import { useHost } from '../support/host/context';

const context = useHost();

describe('in queue mode', () => {
	test.each(['alert-to-group', 'file-delivery'] as const)('%s runs on a worker', async (name) => {
		const workflow = await context.api.createWorkflow(loadExample(name, context.credentials, context.simulator));
		const execution = await context.api.run(workflow);
		expect([execution.error?.message, execution.status]).toEqual([undefined, 'success']);
		const [sent] = itemsOf(execution, name === 'alert-to-group' ? 'Send the Alert' : 'Send the Files');
		expect(await context.feishu.message(sent?.message_id)).toMatchObject({ deleted: false });
	});
});
