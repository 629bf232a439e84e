// The page's own words. Those of a verdict come from the core.

/** Each text in kk, ru, en. */
export const WORDS = {
  title: ['Құжатты тексеру', 'Проверка документа', 'Check a document'],
  lead: [
    'Камераны құжаттағы QR кодқа бағыттаңыз. Тексеру осы құрылғыда өтеді, желісіз де жұмыс істейді.',
    'Наведите камеру на QR‑код документа. Проверка идёт на этом устройстве и работает без сети.',
    'Point the camera at the QR code of the document. The check runs on this device and works without a network.'],
  scan: ['Кодты сканерлеу', 'Сканировать код', 'Scan the code'],
  scanning: ['Код ізделуде', 'Поиск кода', 'Looking for the code'],
  torch: ['Шам', 'Фонарь', 'Torch'],
  stop: ['Тоқтату', 'Остановить', 'Stop'],
  file: ['Фото, PDF', 'Фото, PDF', 'Photo, PDF'],
  type: ['Нөмір, код', 'Номер, код', 'Number, code'],
  typeLead: [
    'Код оқылмаса: QR кодтың жанындағы нөмір мен тексеру кодын теріңіз. Бұған желі керек.',
    'Если код не читается: введите номер и проверочный код, они стоят рядом с QR‑кодом. Нужна сеть.',
    'If the code cannot be read: type the number and the check code beside it. This needs a network.'],
  number: ['Нөмірі', 'Номер', 'Number'],
  code: ['Тексеру коды', 'Проверочный код', 'Check code'],
  look: ['Тізілімнен іздеу', 'Найти в реестре', 'Look up in the register'],
  fillBoth: ['Нөмір мен тексеру кодын толтырыңыз', 'Заполните номер и проверочный код', 'Fill in the number and the check code'],
  next: ['Келесі құжат', 'Следующий документ', 'Next document'],
  judging: ['Тексерілуде…', 'Проверяется…', 'Checking…'],
  cancel: ['Бас тарту', 'Отмена', 'Cancel'],
  pdfNotice: [
    'PDF мәтіні құрылғыда тексерілмейді: файл кеңсенің серверіне жіберіледі, тексеріледі және сақталмайды.',
    'Текст PDF на устройстве не проверяется: файл уйдёт на сервер ведомства, будет проверен и не сохранится.',
    'The text of a PDF is not checked on the device: the file goes to the server of the office, is checked and not kept.'],
  confirmUpload: ['Жіберіп, тексеру', 'Отправить и проверить', 'Send and check'],
  pdfOffline: [
    'PDF файлын тексеруге желі керек. QR кодты камерамен немесе фотодан желісіз де тексеруге болады.',
    'Для проверки PDF нужна сеть. QR‑код камерой или по фото можно проверить и без сети.',
    'Checking a PDF needs a network. The QR code can be checked by camera or photo without one.'],
  lookOffline: [
    'Нөмір бойынша іздеуге желі керек. QR кодты желісіз де тексеруге болады.',
    'Для поиска по номеру нужна сеть. QR‑код можно проверить и без сети.',
    'Looking up a number needs a network. The QR code can be checked without one.'],
  tooMany: [
    'Сұрау тым көп. Біраздан кейін қайталаңыз.', 'Слишком много запросов. Повторите немного позже.',
    'Too many requests. Try again a little later.'],
  tooLarge: ['Файл 12 МиБ-тан үлкен.', 'Файл больше 12 МиБ.', 'The file is larger than 12 MiB.'],
  notAFile: [
    'Бұл файл ашылмайды: фото немесе PDF таңдаңыз.', 'Этот файл не открывается: выберите фото или PDF.',
    'This file cannot be opened: choose a photo or a PDF.'],
  serverFault: [
    'Сервер жауап бермеді. QR кодты камерамен тексеріңіз немесе кейінірек қайталаңыз.',
    'Сервер не ответил. Проверьте QR‑код камерой или повторите позже.',
    'The server did not answer. Check the QR code by camera, or try again later.'],
  cameraNone: [
    'Камера табылмады. Құжаттың фотосын таңдаңыз немесе нөмір мен тексеру кодын теріңіз.',
    'Камера не найдена. Выберите фото документа или введите номер и проверочный код.',
    'No camera was found. Choose a photo of the document, or type its number and check code.'],
  cameraRefused: [
    'Камераға рұқсат жоқ. Оны браузердің сайт баптауларында беріңіз немесе құжаттың фотосын таңдаңыз.',
    'Нет доступа к камере. Разрешите его в настройках сайта в браузере или выберите фото документа.',
    'The camera is not allowed. Allow it in the site settings of the browser, or choose a photo of the document.'],
  hintFrame: ['Код жақтауға толық сыйсын', 'Код должен занять рамку', 'Let the code fill the frame'],
  hintCloser: [
    'Жақынырақ, жарығырақ, бетті түзеңіз', 'Ближе, больше света, лист ровно', 'Nearer, more light, the sheet flat'],
  hintType: [
    'Оқылмай ма? Төменде фото немесе нөмір бар', 'Не читается? Ниже есть фото и номер', 'Cannot be read? Use a photo or the number below'],
  hintForeign: ['Бұл Tamga коды емес', 'Это не код Tamga', 'This is not a Tamga code'],
  failed: ['ТЕКСЕРУ МҮМКІН БОЛМАДЫ', 'ПРОВЕРИТЬ НЕ УДАЛОСЬ', 'COULD NOT BE CHECKED'],
  failedCore: [
    'Бұл браузер тексере алмайды. Браузерді жаңартыңыз немесе нөмір мен тексеру кодын теріңіз. Бұл құжат туралы қорытынды емес.',
    'Этот браузер не может проверить. Обновите браузер или введите номер и проверочный код. Это не вывод о документе.',
    'This browser cannot check. Update the browser, or type the number and the check code. This says nothing about the document.'],
  failedBundle: [
    'Құрылғыда сенім бумасы жоқ. Бетті желі барда бір рет ашыңыз. Бұл құжат туралы қорытынды емес.',
    'На устройстве нет пакета доверия. Откройте страницу один раз с сетью. Это не вывод о документе.',
    'There is no trust bundle on the device. Open the page once with a network. This says nothing about the document.'],
  refused: [
    'Сервер ұсынған сенім бумасы қабылданбады', 'Предложенный сервером пакет доверия отклонён',
    'The trust bundle that the server offered was refused'],
  refusedKept: ['бұрынғысы қалды', 'остался прежний', 'the earlier one stays'],
  linkKept: [
    'Сілтеме арқылы келдіңіз: браузер оны кірген беттер тізімінде сақтайды, бет оны өшіре алмайды. Құжатты осы беттегі камерамен сканерлесеңіз, із қалмайды.',
    'Вы пришли по ссылке: браузер хранит её в списке посещённых страниц, страница удалить её не может. Сканирование камерой здесь следов не оставляет.',
    'You came by a link: the browser keeps it in its list of visited pages, and the page cannot delete it. Scanning with the camera here leaves no trace.'],
  compare: ['салыстырыңыз', 'сравните', 'compare'],
  onPaper: ['құжатта', 'в документе', 'in the document'],
  inCode: ['кодта', 'в коде', 'in the code'],
  term: ['Мерзімі', 'Срок', 'Term'],
  issuingBody: ['Берген орган', 'Выдавший орган', 'Issuing body'],
  office: ['Кеңсе', 'Ведомство', 'Office'],
  passportCheck: ['Теріп салыстыру', 'Сравнить набором', 'Compare by typing'],
  passportType: ['Қолдағы паспорттың нөмірі', 'Номер паспорта, который в руках', 'Number of the passport in hand'],
  passportSame: ['Сәйкес келеді', 'Совпадает', 'They are the same'],
  passportOther: ['СӘЙКЕС КЕЛМЕЙДІ', 'НЕ СОВПАДАЕТ', 'NOT THE SAME'],
  statuses: ['Мәртебелер', 'Статусы', 'Statuses'],
  never: ['әлі алынған жоқ', 'ещё не получены', 'not received yet'],
  stale: ['ЕСКІРГЕН', 'УСТАРЕЛИ', 'OUT OF DATE'],
  onDevice: [
    'Осы құрылғыда тексерілді, ештеңе жіберілген жоқ.', 'Проверено на этом устройстве, ничего не отправлено.',
    'Checked on this device; nothing was sent.'],
  onServer: [
    'Сервер тексерді, ештеңе сақталған жоқ.', 'Проверено сервером, ничего не сохранено.',
    'Checked by the server; nothing was kept.'],
  noNetwork: ['Желі жоқ', 'Нет сети', 'No network'],
  works: ['Желісіз де жұмыс істейді.', 'Работает без сети.', 'Works without a network.'],
  update: ['Мәртебелерді жаңарту', 'Обновить статусы', 'Update the statuses'],
  updated: ['Мәртебелер жаңа', 'Статусы свежие', 'The statuses are current'],
  about: ['Не сақталады және кімге сенеміз', 'Что хранится и кому мы верим', 'What is kept, and whom we trust'],
  kept: [
    'Құрылғыда беттің өзі мен сенім бумасы ғана сақталады. Құжаттар туралы ештеңе сақталмайды.',
    'На устройстве хранятся только сама страница и пакет доверия. О документах не хранится ничего.',
    'The device keeps the page itself and the trust bundle only. Nothing is kept about documents.'],
  page: [
    'Бетті кеңсенің сервері береді. Аса маңызды тексерулер үшін tamga verify бағдарламасын бекітілген түпкі кілтпен қолданыңыз.',
    'Страницу даёт сервер ведомства. Для самых важных проверок есть программа tamga verify с закреплённым корневым ключом.',
    'The page comes from the server of the office. For the weightiest checks use the program tamga verify with a pinned root key.'],
  root: ['Түбір кілт', 'Корневой ключ', 'Root key'],
  position: ['құжат', 'документ', 'document'],
  languages: ['Тіл', 'Язык', 'Language'],
  testOffice: ['СЫНАҚ', 'ТЕСТОВЫЙ', 'TEST'],
};
export const LANGUAGES = ['kk', 'ru', 'en'];

/** The text of a key in a language. */
export const word = (key, language) => WORDS[key][LANGUAGES.indexOf(language)];

/** A moment as people say it: today with the hour, else the day; and how long ago, in whole units. */
export function age(seconds, now, language) {
  const days = Math.floor((now - seconds) / 86_400);
  const hours = Math.floor((now - seconds) / 3_600);
  const date = new Date(seconds * 1000);
  const pad = value => String(value).padStart(2, '0');
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}`;
  const isToday = new Date(now * 1000).toDateString() === date.toDateString();
  const today = {kk: 'бүгін', ru: 'сегодня', en: 'today'}[language];
  const day = isToday ? today : `${pad(date.getDate())}.${pad(date.getMonth() + 1)}.${date.getFullYear()}`;
  const [count, unit] = days >= 1 ? [days, 'day'] : [hours, 'hour'];
  // Not every browser has the words of Kazakh.
  const ago = language === 'kk'
    ? `${count} ${unit === 'day' ? 'күн' : 'сағат'} бұрын`
    : new Intl.RelativeTimeFormat(language, {numeric: 'always'}).format(-count, unit);
  const since = count >= 1 ? ago : '';
  return {when: `${day} ${clock}`, since};
}
