/** The example in which a decided approval goes to another system; a real n8n runs all of it. */
import { approve } from '../../../simulator/approval/decide';
import { usePlatform } from '../../support/engine';
import { runExample } from '../../support/engine/example';
import { ownInstance, pendingOf } from '../../support/engine/ownApproval';

const platform = usePlatform();

test('approval-to-erp reads the form of what was decided, by the names that it goes on with', async () => {
	const course = ownInstance(platform);
	const { instance } = course;
	for (let [task] = pendingOf(instance); task; [task] = pendingOf(instance)) approve(course, task, {});
	const credential = { ...platform.credential, type: 'feishuApi' };
	const event = { event_type: 'approval_instance', instance_code: instance.instance_code };
	const { items, error } = await runExample('approval-to-erp', credential, { 'Expense Decided': [event] });
	expect(error).toBeUndefined();
	expect(items('Read the Form')).toEqual([
		expect.objectContaining({
			status: 'APPROVED',
			serial_number: instance.serial_number,
			started_by: expect.objectContaining({ name: platform.user.name }) as unknown,
			form: expect.objectContaining({ '事由 Reason': 'Pens & paper', '总额 Total': 30 }) as unknown,
		}),
	]);
});
