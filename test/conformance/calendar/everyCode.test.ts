/** Every code that the pages of calendars name has a situation that brings it about. */
import { SITUATIONS } from '../../support/conformance/calendarSituations';
import { type CalendarFixture, startCalendar } from '../../support/conformance/calendars';
import { refusalOf } from '../../support/conformance/bases';

/** The codes and their HTTP status, of the tables at the end of the pages of calendar-v4. */
const CODES: Readonly<Record<number, readonly number[]>> = {
	400: [
		...[190002, 190008, 190009, 190013, 190014, 191001, 191005, 191006, 191007, 191008, 191009, 193000, 193101, 193102],
		...[193103, 193104, 193105, 193106, 193107, 194004, 195102, 195108, 195109, 195110, 195112, 195113],
		...[198001, 198002, 198003, 198004, 198007],
	],
	403: [
		...[190006, 190011, 190012, 191002, 191003, 191004, 193002, 193003, 194001, 194002, 194003],
		...[195000, 195101, 195104, 195105, 195107],
	],
	404: [190007, 191000, 192000, 193001, 194000, 195100, 195103, 195106],
	429: [190004, 190005, 190010],
	500: [190003],
};
const ALL = Object.entries(CODES).flatMap(([http, codes]) => codes.map((code) => [code, Number(http)] as const));

let fixture: CalendarFixture;
beforeEach(async () => {
	fixture = await startCalendar();
});
afterEach(() => fixture.simulator.close());

it.each(ALL)('%d, with HTTP %d', async (code, http) => {
	const asked = await SITUATIONS[code]?.(fixture);
	const { path: url = '', method = 'GET', data, as } = asked ?? {};
	expect(await refusalOf(fixture.sdk.request({ method, url, data }, as))).toEqual([code, http]);
});

it('what stops where the settings say so', async () => {
	const { sdk, simulator } = fixture;
	Object.assign(simulator.store.settings, { calendarTrouble: 'internal', calendarTroubleRequests: 2 });
	const list = () => refusalOf(sdk.calendar.v4.calendar.list());
	expect([await list(), await list(), await list()]).toEqual([
		[190003, 500],
		[190003, 500],
		[0, 200],
	]);
});

it('a person who has left asks for nothing', async () => {
	const { sdk, simulator, person, asPerson } = fixture;
	Object.assign(simulator.store.contact.users.get(person) ?? {}, { is_resigned: true });
	expect(await refusalOf(sdk.calendar.v4.calendar.list({}, asPerson))).toEqual([195100, 404]);
});

it('a binding of Exchange that is as it should be', async () => {
	const { sdk, person: user_id, asPerson } = fixture;
	const data = { admin_account: 'exchange-admin@example.com', exchange_account: 'a@example.com', user_id };
	const made = await sdk.calendar.v4.exchangeBinding.create({ data }, asPerson);
	expect(made.data).toMatchObject({ ...data, status: 'doing' });
	const path = { exchange_binding_id: made.data?.exchange_binding_id ?? '' };
	expect((await sdk.calendar.v4.exchangeBinding.get({ path }, asPerson)).data).toMatchObject(data);
	await sdk.calendar.v4.exchangeBinding.delete({ path }, asPerson);
	expect(await refusalOf(sdk.calendar.v4.exchangeBinding.get({ path }, asPerson))).toEqual([195103, 404]);
});
