/** What the pages about bases leave open. The first one named is given unless a test asks for another. */
export interface BaseSettings {
	/** The HTTP status of refusals: as the page of each endpoint lists it, or as the newer pages do (404, 403, 400) everywhere. */
	baseErrors: 'pages' | 'newer';
	/** That of two writes that overlap (1254291). */
	baseConflictStatus: 200 | 400;
	/** For how many milliseconds a table is being written, in which another write to it is a conflict. */
	baseWriteMs: number;
	/** For how many milliseconds a copy is not ready. */
	baseCopyMs: number;
	/** For how many milliseconds roles are refused (1254301) after advanced permissions were turned on. */
	baseAdvancedMs: number;
	/** The tables of a role that is updated: those of the call alone, or those of the call beside what was there. */
	baseRoleTables: 'replaced' | 'merged';
	/** The answer about a copied dashboard: as its sample has it, without code and data, or as all others. */
	baseDashboardAnswer: 'enveloped' | 'bare';
	/** For how many milliseconds reads don't see what was written with `ignore_consistency_check`. */
	baseReadLagMs: number;
	/** A base that the caller may not see: as documents refuse (91403), or as advanced permissions do (1254302). */
	baseForbidden: 'document' | 'endpoint';
	/** Writing a cell that is computed: refused (1254015), or as if it were not there. */
	baseReadOnlyCells: 'refused' | 'ignored';
	/** Values of formulas and lookups in search: a list in an object, or bare, as the official plugin shows them. */
	baseFormulaValues: 'lists' | 'bare';
	/** Numbers in the older list of records: texts, as its sample has them, or numbers. */
	baseLegacyNumbers: 'texts' | 'numbers';
	/** Empty cells in the older reads. */
	baseLegacyEmpty: 'absent' | 'null';
	/** A date in seconds: refused (1254064), as the official plugin has it, or a moment in 1970. */
	baseSeconds: 'refused' | 'taken';
	/** Conditions on formulas and lookups in search, which the page excludes: refused (1254018), or compared as text. */
	baseFormulaFilter: 'refused' | 'compared';
	/** How a `client_token` is refused while the same one is under way: 1255006, or 1254608. */
	baseTokenClash: 'clash' | 'resubmitted';
	/** A page token that is wrong or of another query. */
	basePageToken: 1254002 | 1254030;
	/** A `page_size` above the limit: refused (1254011), or as the limit; the official plugin asks for 500 fields of 100. */
	baseLargePages: 'refused' | 'cut';
	/** A condition on a field that is not there. */
	baseUnknownCondition: 1254045 | 1254018;
	/** Records that one write takes. */
	baseBatch: number;
	/** Records that a table takes, as the plan of the company has it (1254103); null is as many as there are. */
	baseRows: number | null;
	/** Whether the short `extra` in the addresses that search gives is enough to download with advanced permissions. */
	baseShortExtra: 'taken' | 'refused';
	/** The id of a record in a link that the other table does not have. */
	baseUnknownLink: 'refused' | 'kept';
}

export const BASE_SETTINGS: BaseSettings = {
	baseErrors: 'pages',
	baseConflictStatus: 200,
	baseWriteMs: 5,
	baseCopyMs: 50,
	baseAdvancedMs: 50,
	baseRoleTables: 'replaced',
	baseDashboardAnswer: 'enveloped',
	baseReadLagMs: 0,
	baseForbidden: 'document',
	baseReadOnlyCells: 'refused',
	baseFormulaValues: 'lists',
	baseLegacyNumbers: 'texts',
	baseLegacyEmpty: 'absent',
	baseSeconds: 'refused',
	baseFormulaFilter: 'refused',
	baseTokenClash: 'clash',
	basePageToken: 1254002,
	baseLargePages: 'refused',
	baseUnknownCondition: 1254045,
	baseBatch: 1000,
	baseRows: null,
	baseShortExtra: 'taken',
	baseUnknownLink: 'refused',
};
