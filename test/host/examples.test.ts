import { itemsOf } from '../../demo/api';
import { addStoreApp } from '../../demo/identities';
import { problemOf, reportRun } from '../../demo/report';
import { loadExample, type ExampleName } from '../../demo/workflows';
import { buttons, click } from '../support/host/approvals';
import { eventually } from '../support/host/eventually';
import { LocalModel } from '../support/host/model';
import { useHost } from '../support/host/context';
import { signedIn } from '../support/host/signIn';

const context = useHost();

/** `webhook-echo` runs in webhook.test.ts, with a real event; `call-endpoint` in callEndpoint.test.ts. */
describe('the example workflows in a real n8n', () => {
	test('first-steps sends a text, a card and a picture, and recalls a message', async () => {
		const workflow = await context.api.createWorkflow(
			loadExample('first-steps', context.credentials, context.simulator),
		);
		const execution = await context.api.run(workflow);
		expect(problemOf(workflow, execution)).toBeUndefined();

		const sent = async (step: string) => await context.feishu.message(itemsOf(execution, step)[0]?.message_id);
		const [user] = itemsOf(execution, 'Get a User');
		const chat = itemsOf(execution, 'Pick One Chat')[0];
		expect(await sent('Send a Text')).toMatchObject({
			chat_id: chat?.chat_id,
			msg_type: 'text',
			deleted: false,
			content: { text: `Hello from n8n, ${String(user?.name)}!` },
		});
		expect(await sent('Send a Card')).toMatchObject({ msg_type: 'interactive', deleted: false });
		const picture = await sent('Send the Picture');
		expect(picture).toMatchObject({
			msg_type: 'image',
			content: { image_key: itemsOf(execution, 'Upload the Picture')[0]?.image_key },
		});
		expect(await sent('Send One Too Many')).toMatchObject({ deleted: true });

		// The picture arrived whole: the platform's copy is the file of the workflow.
		const file = await fetch(`${context.simulator}/_sim/resources/${String(picture.content.image_key)}`);
		const source = workflow.nodes.find((node) => node.name === 'A Picture')?.parameters.jsonOutput;
		const { picture: base64 } = JSON.parse(String(source)) as { picture: string };
		expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(base64, 'base64'))).toBe(true);

		const lines = reportRun(workflow, execution);
		expect(lines).toHaveLength(9);
		expect(lines.join('\n')).not.toContain('✗');
	});

	const runExample = async (name: ExampleName) => {
		const workflow = await context.api.createWorkflow(loadExample(name, context.credentials, context.simulator));
		const execution = await context.api.run(workflow);
		expect([execution.error?.message, execution.error?.description, execution.status]).toEqual([
			undefined,
			undefined,
			'success',
		]);
		return { workflow, items: (step: string) => itemsOf(execution, step) };
	};

	test('alert-to-group sends a red card with fields, a chart and a button', async () => {
		const { items } = await runExample('alert-to-group');
		const { msg_type, content: card } = await context.feishu.message(items('Send the Alert')[0]?.message_id);
		expect(msg_type).toBe('interactive');
		expect(card).toMatchObject({
			header: { template: 'red', subtitle: { content: 'eu-1' }, text_tag_list: [{ text: { content: 'P1' } }] },
			config: { summary: { content: 'P1: db-1' } },
		});
		const text = JSON.stringify(card);
		for (const words of ['<at id=all></at>', '"chart"', '08:20', 'https://example.com/runbooks/disk'])
			expect(text).toContain(words);
	});

	test('daily-digest sends a table in Markdown, with a link to the workflow', async () => {
		const { items, workflow } = await runExample('daily-digest');
		const { content: card } = await context.feishu.message(items('Send the Digest')[0]?.message_id);
		const text = JSON.stringify(card);
		for (const words of ['**367** orders', 'North', '25310.75', `/workflow/${workflow.id}`])
			expect(text).toContain(words);
	});

	test('overdue-tasks-card sends the tasks of a list that are late, and whose they are', async () => {
		const { items } = await runExample('overdue-tasks-card');
		expect(items('Overdue Tasks').map(({ status }) => status)).toEqual(['todo', 'todo']);
		expect(items('Send the Card')).toHaveLength(1);
		const { msg_type, content: card } = await context.feishu.message(items('Send the Card')[0]?.message_id);
		expect(msg_type).toBe('interactive');
		for (const words of ['2 overdue', 'Renew the certificates', '王小明', 'Send the quote'])
			expect(JSON.stringify(card)).toContain(words);
	});

	test('first-week-of-a-colleague gives tasks, a lunch and a welcome', async () => {
		const { items } = await runExample('first-week-of-a-colleague');
		const [person] = items('A Colleague');
		expect(items('Make the Tasks').map(({ summary }) => summary)).toEqual([
			'Fill in your profile',
			'Read the handbook',
			'Meet your team',
		]);
		const [lunch] = items('Lunch With the Team');
		expect(lunch).toMatchObject({ summary: `Lunch with ${String(person?.name)}` });
		expect(String(lunch?.start)).toContain('T12:00:00');
		const welcome = JSON.stringify((await context.feishu.message(items('Welcome')[0]?.message_id)).content);
		for (const words of [String(person?.name), 'Read the handbook', 'lunch with the team'])
			expect(welcome).toContain(words);
	});

	test('assistant-in-a-card shows the answer of an assistant in a card', async () => {
		const { items } = await runExample('assistant-in-a-card');
		const [{ answer, session_id } = {}] = items('Ask the Assistant');
		expect([typeof answer, typeof session_id]).toEqual(['string', 'string']);
		const { content: card } = await context.feishu.message(items('Start the Card')[0]?.message_id);
		expect(JSON.stringify(card)).toContain(JSON.stringify(String(answer).split('\n')[0]).slice(1, -1));
	});

	test('form-to-calendar-and-task goes from a form over a click to calendar, task and answer', async () => {
		const workflow = await context.api.createWorkflow(
			loadExample('form-to-calendar-and-task', context.credentials, context.simulator),
		);
		await context.api.activate(workflow);
		try {
			const { users } = context.platform.store;
			const email = [...users.values()].find((user) => user.email)?.email ?? '';
			const form = new FormData();
			['West Wind Ltd visits us', 'About the quote', '2027-03-01', email].forEach((value, index) =>
				form.append(`field-${index}`, value),
			);
			const path = String(workflow.nodes.find(({ name }) => name === 'A Form')?.webhookId);
			expect((await fetch(`${context.editor}/form/${path}`, { method: 'POST', body: form })).status).toBe(200);
			const question = await eventually('the card that asks', async () => {
				const { messages } = await context.feishu.state();
				const last = messages.at(-1);
				return JSON.stringify(last?.content).includes('About the quote') ? last : undefined;
			});
			const { Approve } = await buttons(context, question.message_id);
			const [who = ''] = (await context.feishu.chat(true)).members;
			await eventually('the click', async () => {
				await click(context, question.message_id, Approve?.value, { who });
				return !('Approve' in (await buttons(context, question.message_id)));
			});
			const answer = await eventually('the answer in the group', async () => {
				const { messages } = await context.feishu.state();
				return messages
					.map(({ content }) => JSON.stringify(content))
					.find((text) => text.includes('is in the calendar'));
			});
			expect(answer).toContain('/client/calendar/event/detail');
			expect(answer).toContain('/client/todo/detail');
		} finally {
			await context.api.deactivate(workflow.id);
		}
	});

	test('file-delivery sends each file as what it is', async () => {
		const { items } = await runExample('file-delivery');
		const sent = await Promise.all(items('Send the Files').map(({ message_id }) => context.feishu.message(message_id)));
		expect(sent.map(({ msg_type }) => msg_type).sort()).toEqual(['file', 'image']);
		const csv = sent.find(({ msg_type }) => msg_type === 'file');
		const stored = await fetch(`${context.simulator}/_sim/resources/${String(csv?.content.file_key)}`);
		expect(await stored.text()).toBe('region,orders\nNorth,128\nSouth,96\nEast,143\n');
	});

	test('onboarding-department writes to everybody in a department', async () => {
		const { items } = await runExample('onboarding-department');
		const results = items('Welcome Them All');
		expect(results.length).toBeGreaterThan(1);
		expect(results.every(({ sent }) => sent === true)).toBe(true);
		expect(new Set(results.map(({ receiver }) => receiver)).size).toBe(results.length);
		expect(items('Those Who Did Not Get It')).toEqual([]);
		const { content: card } = await context.feishu.message(results[0]?.message_id);
		expect(JSON.stringify(card)).toContain('Security training');
	});

	test('custom-bot writes to a group without an app', async () => {
		const before = (await context.feishu.state()).messages.length;
		await runExample('custom-bot');
		const { messages } = await context.feishu.state();
		expect(messages).toHaveLength(before + 1);
		expect(JSON.stringify(messages.at(-1)?.content)).toContain('41.7 GB');
	});

	test('articles-to-base adds each article once, however often it runs', async () => {
		const { items } = await runExample('articles-to-base');
		expect(items('Find or Add').map(({ record_action }) => record_action)).toEqual(['created', 'created', 'created']);
		const written = items('Write It Back');
		expect(written.map(({ Title }) => Title)).toEqual(['Bases for beginners', 'What is new in n8n']);
		expect(written[0]).toMatchObject({
			Link: { link: 'https://example.com/bases' },
			Published: '2026-11-20T08:00:00.000Z',
			Tags: ['RSS'],
			Summary: 'A base is a table that a whole team fills in.',
		});
		const again = await runExample('articles-to-base');
		expect(again.items('Find or Add').map(({ record_action }) => record_action)).toEqual(['found', 'found', 'found']);
		expect(again.items('Write It Back')).toEqual([]);
	});

	test('database-to-base brings a table to what the database has', async () => {
		const { items } = await runExample('database-to-base');
		expect(items('Created and Updated')).toEqual([{ record_action: 'created', count_record_id: 1200 }]);
		const again = await runExample('database-to-base');
		expect(again.items('Created and Updated')).toEqual([{ record_action: 'updated', count_record_id: 1200 }]);
	});

	test('picture-to-base puts a file into a cell, and gets it back', async () => {
		const { items } = await runExample('picture-to-base');
		const file = { name: 'dot.png', type: 'image/png' };
		expect(items('Download It Again')).toEqual([
			expect.objectContaining({ Name: 'A dot', Picture: [expect.objectContaining(file)] }),
		]);
	});

	test('figures-and-chart-to-sheet keeps a row a day, and puts their chart into a cell and the group', async () => {
		await runExample('figures-and-chart-to-sheet');
		const { workflow, items } = await runExample('figures-and-chart-to-sheet');
		expect(items('One Row a Day').map(({ row_action: what }) => what)).toEqual(Array(5).fill('updated'));
		expect(items('All Days').map(({ Day, Orders }) => [Day, Orders])).toContainEqual(['2026-11-23', 128]);
		expect(items('Into a Cell')).toEqual([expect.objectContaining({ inserted: true, cell: 'F2' })]);
		expect(items('To the Group')).toHaveLength(1);
		expect(workflow.nodes.length).toBeGreaterThan(8);
	});

	test('report-to-wiki writes the page of the month, the same one again', async () => {
		const [first, again] = [await runExample('report-to-wiki'), await runExample('report-to-wiki')];
		const [page] = first.items('Ensure the Page');
		expect(page).toMatchObject({ created: true, obj_type: 'docx' });
		expect(again.items('Ensure the Page')).toEqual([
			expect.objectContaining({ created: false, node_token: page?.node_token }),
		]);
		expect(again.items('Write the Report')).toEqual([
			expect.objectContaining({ blocks: first.items('Write the Report')[0]?.blocks }),
		]);
		expect(again.items('Tell the Group')).toHaveLength(1);
	});

	test('files-to-drive-and-sheet keeps a file, and says in a sheet where it is', async () => {
		const { items } = await runExample('files-to-drive-and-sheet');
		const [kept] = items('Keep It');
		expect(kept).toMatchObject({ name: 'orders.csv', uploaded: true });
		expect(items('List It')).toEqual([expect.objectContaining({ File: 'orders.csv', Address: kept?.url })]);
	});

	test('base-to-excel-by-mail exports the base, and sends it to the group', async () => {
		const { items } = await runExample('base-to-excel-by-mail');
		expect(items('Export')).toEqual([expect.objectContaining({ type: 'bitable' })]);
		expect(items('To the Group')).toHaveLength(1);
	});

	test('form-to-base adds what was filled in, and tells the group', async () => {
		const workflow = await context.api.createWorkflow(
			loadExample('form-to-base', context.credentials, context.simulator),
		);
		await context.api.activate(workflow);
		try {
			const form = new FormData();
			['A second screen', 'For the new colleague', 'Hardware', 'tom@example.com'].forEach((value, index) =>
				form.append(`field-${index}`, value),
			);
			const path = String(workflow.nodes.find(({ name }) => name === 'A Form')?.webhookId);
			const answer = await fetch(`${context.editor}/form/${path}`, { method: 'POST', body: form });
			expect(answer.status).toBe(200);
			await eventually('the message about the row', async () => {
				const { messages } = await context.feishu.state();
				return JSON.stringify(messages.at(-1)?.content).includes('**New request:** A second screen (Hardware)');
			});
		} finally {
			await context.api.deactivate(workflow.id);
		}
	});

	test('message-gallery sends one of each kind', async () => {
		const { workflow, items } = await runExample('message-gallery');
		const steps = workflow.nodes.filter(({ parameters }) => parameters.resource === 'message');
		expect(steps.length).toBeGreaterThan(9);
		for (const { name } of steps) {
			const sent = items(name);
			expect([name, sent.length > 0]).toEqual([name, true]);
			for (const { message_id } of sent)
				expect(await context.feishu.message(message_id)).toMatchObject({ deleted: false });
		}
	});

	test('send-as-a-person writes as the person who has signed in', async () => {
		const [person] = (await context.feishu.chat(true)).members;
		const credentials = { feishuOAuth2Api: await signedIn(context, person ?? '') };
		const workflow = await context.api.createWorkflow(loadExample('send-as-a-person', credentials, context.simulator));
		const execution = await context.api.run(workflow);
		expect([execution.error?.message, execution.error?.description]).toEqual([undefined, undefined]);
		const [sent] = itemsOf(execution, 'Send as Me');
		expect(await context.feishu.message(sent?.message_id)).toMatchObject({
			sender: { id: person, sender_type: 'user' },
			msg_type: 'post',
		});
		expect(itemsOf(execution, 'What Stands There')).toMatchObject([{ message_id: sent?.message_id }]);
	});

	test('store-app-two-tenants writes to a group of each organization', async () => {
		const app = await addStoreApp(context.platform);
		const credentials = {
			feishuStoreAppApi: await context.api.saveCredential('A store app', 'feishuStoreAppApi', app),
		};
		const workflow = await context.api.createWorkflow(
			loadExample('store-app-two-tenants', credentials, context.simulator),
		);
		const execution = await context.api.run(workflow);
		expect([execution.error?.message, execution.error?.description]).toEqual([undefined, undefined]);
		const tenants = itemsOf(execution, 'Organizations').map(({ tenant_key }) => String(tenant_key));
		const sent = itemsOf(execution, 'Send the Alert');
		expect(sent).toHaveLength(2);
		const { companies } = context.platform.store;
		for (const [index, tenant] of tenants.entries())
			expect(companies.get(tenant)?.messages.get(String(sent[index]?.message_id))).toMatchObject({
				sender: { id: app.appId, sender_type: 'app' },
			});
	});

	test('ai-reply-streamed shows the answer of an agent in a card', async () => {
		const answer = '## 答案\n\nA streaming card **grows**.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
		const model = await LocalModel.start(answer);
		try {
			const openAiApi = await context.api.saveCredential('Local model', 'openAiApi', {
				apiKey: 'sk-not-a-real-key',
				url: model.url,
			});
			const credentials = { ...context.credentials, openAiApi };
			const workflow = await context.api.createWorkflow(
				loadExample('ai-reply-streamed', credentials, context.simulator),
			);
			const execution = await context.api.run(workflow);
			expect([execution.error?.message, execution.status]).toEqual([undefined, 'success']);
			expect(model.asked).toHaveLength(1);
			const [started] = itemsOf(execution, 'Start the Card');
			const [streamed] = itemsOf(execution, 'Stream the Answer');
			expect(streamed).toMatchObject({ delivered_as: 'card', complete: true });
			const { content: card } = await context.feishu.message(started?.message_id);
			expect(card).toMatchObject({ config: { streaming_mode: false } });
			const text = JSON.stringify(card);
			for (const words of ['答案', '**grows**', '"table"']) expect(text).toContain(words);
		} finally {
			await model.stop();
		}
	});

	test('http-request lists the same chats as custom-request', async () => {
		const run = async (name: 'http-request' | 'custom-request') => {
			const execution = await context.api.run(
				await context.api.createWorkflow(loadExample(name, context.credentials, context.simulator)),
			);
			expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
			return itemsOf(execution, name === 'http-request' ? 'One Item per Chat' : 'Chats, Latest First').map(
				(item) => item.chat_id,
			);
		};
		const expected = (await context.feishu.state()).chats
			.filter((chat) => chat.bot_in_chat && chat.chat_type === 'group')
			.map((chat) => chat.chat_id);
		expect(expected.length).toBeGreaterThan(0);
		expect((await run('http-request')).sort()).toEqual(expected.sort());
		expect((await run('custom-request')).sort()).toEqual(expected.sort());
	});
});
