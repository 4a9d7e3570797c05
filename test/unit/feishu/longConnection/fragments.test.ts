import fc from '../../../support/generated';
import { headerOf, type Frame } from '../../../../feishu/longConnection/frame';
import { Fragments } from '../../../../feishu/longConnection/fragments';
import { EVENT, envelope, eventFrame, fragmentFrames } from '../../../support/longConnection/connections';

const body = envelope(EVENT);
const text = JSON.stringify(body);
const part = (headers: Record<string, string>, payload = Buffer.from('part')): Frame =>
	eventFrame(null, { payload }, headers);

it('gives an event of one frame at once', () => {
	expect(new Fragments().add(eventFrame(body), 0)).toEqual({ whole: text });
});

it('takes a frame that says nothing of parts as a whole one', () => {
	const frame = eventFrame(body);
	frame.headers = frame.headers.filter(({ key }) => key === 'type');
	expect(new Fragments().add(frame, 0)).toEqual({ whole: text });
});

it('puts parts together in any order, those of several events mixed, some of them twice', () => {
	const events = fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 12 })), {
		minLength: 1,
		maxLength: 5,
	});
	fc.assert(
		fc.property(events, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (contents, dice) => {
			const frames = contents.flatMap(([content, sum]) => fragmentFrames({ content }, sum));
			const again = frames.filter((frame) => headerOf(frame, 'seq') === '0');
			const shuffled = [...frames, ...again]
				.map((frame) => ({ frame, at: dice.next().value as number }))
				.sort((a, b) => a.at - b.at);
			const fragments = new Fragments();
			const whole = shuffled.flatMap(({ frame }) => {
				const merged = fragments.add(frame, 0);
				return 'whole' in merged ? [merged.whole] : [];
			});
			expect(whole.sort()).toEqual(contents.map(([content]) => JSON.stringify({ content })).sort());
		}),
		{ numRuns: 200 },
	);
});

it.each([
	[{ sum: '-1', seq: '0' }],
	[{ sum: '2.5', seq: '0' }],
	[{ sum: '1e3', seq: '0' }],
	[{ sum: 'many', seq: '0' }],
	[{ sum: '', seq: '0' }],
	[{ sum: '4294967296', seq: '0' }],
	[{ sum: '1001', seq: '0' }],
	[{ sum: '2', seq: '2' }],
	[{ sum: '2', seq: '-1' }],
	[{ sum: '2', seq: '0', message_id: '' }],
])('drops a part that fits nowhere: %j', (headers) => {
	const fragments = new Fragments();
	expect(fragments.add(part(headers), 0)).toHaveProperty('dropped');
	expect(fragments.size).toEqual({ events: 0, bytes: 0 });
});

it('drops a part that disagrees about their number, and keeps the others', () => {
	const fragments = new Fragments();
	const [first, second] = fragmentFrames(body, 2) as [Frame, Frame];
	fragments.add(first, 0);
	const id = headerOf(first, 'message_id') ?? '';
	expect(fragments.add(part({ message_id: id, sum: '3', seq: '2' }), 0)).toHaveProperty('dropped');
	expect(fragments.add(second, 0)).toEqual({ whole: text });
});

it('waits ten seconds for the rest', () => {
	const [first, second] = fragmentFrames(body, 2) as [Frame, Frame];
	const patient = new Fragments();
	patient.add(first, 1_000);
	expect(patient.add(second, 11_000)).toEqual({ whole: text });
	patient.add(first, 1_000);
	expect(patient.add(second, 11_001)).toEqual({ pending: true });
	patient.expire(30_000);
	expect(patient.size).toEqual({ events: 0, bytes: 0 });
});

it('keeps a bounded number of events and of bytes, the newest', () => {
	const fragments = new Fragments();
	for (let index = 0; index < 5_000; index += 1) fragments.add(part({ sum: '2', seq: '0' }), 0);
	expect(fragments.size).toEqual({ events: 2_000, bytes: 8_000 });
	const megabyte = Buffer.alloc(1024 * 1024);
	for (let index = 0; index < 100; index += 1) {
		fragments.add(part({ sum: '2', seq: '0', message_id: `large-${index}` }, megabyte), 0);
	}
	expect(fragments.size).toEqual({ events: 32, bytes: 32 * 1024 * 1024 });
	expect(fragments.add(part({ sum: '2', seq: '1', message_id: 'large-99' }), 0)).toHaveProperty('whole');
	expect(fragments.add(part({ sum: '2', seq: '1', message_id: 'large-0' }), 0)).toEqual({ pending: true });
});

it.each(['0', '1'])('takes a frame of %s parts for the whole event, as the official clients do', (sum) => {
	expect(new Fragments().add(part({ sum, seq: '0', message_id: '' }), 0)).toEqual({ whole: 'part' });
});
