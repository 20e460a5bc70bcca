import { PostButton } from '~/ui/form/post-button'
import { Table } from '~/ui/table'

interface OfferedAccount {
  email: string
  name: string
  organisation: string
  does: string
}

export interface DemonstrationAccountsProps {
  password: string
  accounts: readonly OfferedAccount[]
  next: string | null
}

/** The accounts of the demonstration, each one tap from being used. */
export function DemonstrationAccounts({ password, accounts, next }: DemonstrationAccountsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Look round as someone</h2>
      <p className="govuk-body">
        Everyone here is invented. The password of every account is <strong>{password}</strong>
      </p>
      <Table<OfferedAccount>
        caption="Accounts of the demonstration"
        captionHidden
        rowHeaders
        rows={accounts}
        rowKey={account => account.email}
        columns={[
          { heading: 'Who', cell: ({ name, organisation }) => `${name}, ${organisation}` },
          { heading: 'What they do', cell: account => account.does },
          {
            heading: 'Use',
            cell: ({ email, name }) => (
              <PostButton
                values={{ email, password, next: next ?? undefined }}
                look="link"
                about={`as ${name}`}
              >
                Sign in
              </PostButton>
            ),
          },
        ]}
      />
    </section>
  )
}
