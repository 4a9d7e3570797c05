/** The example that tells a group what is overdue; a real n8n runs it as well. */
import { usePlatform } from '../../support/engine';
import { runExample } from '../../support/engine/example';

const platform = usePlatform();

test('overdue-tasks-card sends one card with the tasks that are late', async () => {
	const { items, error } = await runExample('overdue-tasks-card', { ...platform.credential, type: 'feishuApi' });
	expect(error).toBeUndefined();
	expect(items('Overdue Tasks').map(({ summary }) => summary)).toEqual([
		'报价单发给客户 Send the quote',
		'Renew the certificates',
	]);
	expect(items('Send the Card')).toHaveLength(1);
	const { card } = platform.message(items('Send the Card')[0]?.message_id);
	for (const words of ['2 overdue', 'Renew the certificates', '王小明', 'Send the quote'])
		expect(JSON.stringify(card)).toContain(words);
});
