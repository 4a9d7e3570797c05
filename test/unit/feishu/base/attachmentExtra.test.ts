import { attachmentExtra } from '../../../../feishu/base/attachmentExtra';

/** @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/introduction */
it('names the cell as the sample of the page does', () => {
	const place = {
		tableId: 'tblO6OeNZxfabcef',
		fieldId: 'fld32zZi5I',
		recordId: 'rec0BuOHq',
		fileToken: 'boxbcsQNT0JsmrztOnX530abcef',
	};
	expect(attachmentExtra(place)).toBe(
		'{"bitablePerm":{"tableId":"tblO6OeNZxfabcef","attachments":{"fld32zZi5I":{"rec0BuOHq":["boxbcsQNT0JsmrztOnX530abcef"]}}}}',
	);
});
