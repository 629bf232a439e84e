internal import TamgaDomain

/// A browser sees codes and pictures of them: of files and their texts it has one thing to say.
extension Reason {
  var paperMessage: Message {
    Message(
      kk: "мәтін тексерілмеді, төмендегі деректерді құжатпен салыстырыңыз",
      ru: "текст не проверен, сравните данные ниже с документом",
      en: "the text was not checked; compare the data below with the paper")
  }
}
