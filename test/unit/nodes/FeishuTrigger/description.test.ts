import codex from '../../../../nodes/FeishuTrigger/FeishuTrigger.node.json';
import { FeishuTrigger } from '../../../../nodes/FeishuTrigger/FeishuTrigger.node';
import { FeishuWebhookTrigger } from '../../../../nodes/FeishuWebhookTrigger/FeishuWebhookTrigger.node';

const { description } = new FeishuTrigger();
const shown = ({ properties }: typeof description) => properties.filter(({ type }) => type !== 'notice');
const notices = description.properties
	.filter(({ type }) => type === 'notice')
	.map(({ displayName }) => displayName)
	.join(' ');

describe('the description', () => {
	it('has the fields of the webhook trigger, and no webhook', () => {
		const own = shown(description);
		const webhook = shown(new FeishuWebhookTrigger().description);
		// An app of the store has no long connection.
		const differs = ['options', 'authentication'];
		expect(own.filter(({ name }) => !differs.includes(name))).toEqual(
			webhook.filter(({ name }) => !differs.includes(name)),
		);
		const options = (list: typeof own) =>
			list.find(({ name }) => name === 'options')?.options?.map((option) => ('name' in option ? option.name : ''));
		expect(options(webhook)).toEqual(expect.arrayContaining(options(own) ?? []));
		expect(description.webhooks).toBeUndefined();
	});

	it('says what to do in the developer console, and who can not use it', () => {
		const panel = JSON.stringify(description.triggerPanel);
		for (const words of [
			'long (persistent) connection',
			'while a client is online',
			'Self-built apps only',
			'publish a version',
		])
			expect(notices).toContain(words);
		for (const words of ['long connection', 'a test takes nothing away', 'publish']) expect(panel).toContain(words);
		// n8n strips other tags from a notice and runs the text together.
		expect(notices).not.toMatch(/<(?!\/?a\b)/);
	});

	it('is found in both languages', () => {
		expect(codex.node).toBe(`n8n-nodes-feishu-openapi.${description.name}`);
		expect(codex.alias).toEqual(expect.arrayContaining(['lark', 'long connection', '长连接', '消息触发', '事件']));
	});

	it('has the searches that its lists name', () => {
		const named = [...JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g)];
		expect(named.length).toBeGreaterThan(0);
		expect(Object.keys(new FeishuTrigger().methods.listSearch)).toEqual(
			expect.arrayContaining(named.map(([, name]) => name)),
		);
	});
});
