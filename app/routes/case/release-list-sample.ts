import { SAMPLE_LIST } from '~/domain/release-list/list-form'
import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'

/** A release list as it may be sent. */
export const loader = guarded('officer', () => csvFile('release-list', SAMPLE_LIST))
