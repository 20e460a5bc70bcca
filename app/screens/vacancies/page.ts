import { vacancyRefusalText } from '~/domain/vacancy/vacancy-result'

export const BACK = { text: 'Back to your vacancies', href: '/vacancies' }

/** What is said of a tap that says nothing that can be done. */
export const UNREADABLE = {
  title: 'This button could not be read',
  paragraphs: ['Nothing was changed. Open the page again and press it once more.'],
  link: BACK,
}

/** What is said where a tap came too late. */
export function notDone(refusal: Parameters<typeof vacancyRefusalText>[0]) {
  return {
    title: 'That could not be done now',
    paragraphs: [vacancyRefusalText(refusal), 'Nothing was changed: look at the board as it is now.'],
    link: BACK,
  }
}
