import { mentionTag, textContent, type Mention } from '../../../../../feishu/im/content/textContent';

const tom: Mention = { everyone: false, id: 'ou_tom', name: 'Tom' };
const everyone: Mention = { everyone: true };

it.each<[Mention, string]>([
	[everyone, '<at user_id="all"></at>'],
	[tom, '<at user_id="ou_tom">Tom</at>'],
	[{ everyone: false, id: 'ou_tom' }, '<at user_id="ou_tom"></at>'],
	[{ everyone: false, id: 'x"><b>', name: '</at><b>' }, '<at user_id="xb">/atb</at>'],
])('%j becomes %s', (mention, tag) => {
	expect(mentionTag(mention)).toBe(tag);
});

it.each<[string, Mention[], string]>([
	['Hi', [], 'Hi'],
	['', [], ''],
	['Hi', [tom], '<at user_id="ou_tom">Tom</at> Hi'],
	['', [tom], '<at user_id="ou_tom">Tom</at>'],
	['a\n b ', [everyone, tom], '<at user_id="all"></at> <at user_id="ou_tom">Tom</at> a\n b '],
])('%j with mentions %j', (text, mentions, expected) => {
	expect(textContent(text, mentions)).toEqual({ text: expected });
	expect(textContent('Hi')).toEqual({ text: 'Hi' });
});
